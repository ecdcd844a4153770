// The conversation as it stands on the page: messages in the order of their cursors, and what is still on its way.

import { make, spoken } from "./dom.js";
import { reviewList } from "./review.js";
import { moment, size, t } from "./strings.js";

const PAUSE_MS = 5 * 60_000;
const SHORT_EM = 7;
const THREE_EM = 3.5;
const LINK = /https?:\/\/[^\s<>"'，。；、）】]+/g;

export class Log {
  #entries = []; // {cursor, message, node}; cursor of an unconfirmed one lies between two whole numbers
  #echoes = new Map(); // item id → node
  #own = new Map(); // cursor → {message, node}: questions put by the page itself while it is cut off

  /** choose(message, option), again(item), discard(item): what a tap on the log means. */
  constructor(root, { choose, again, discard }) {
    this.root = root;
    this.again = again;
    this.discard = discard;
    root.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-choice]:enabled");
      const entry = button && [...this.#entries, ...this.#own.values()].find(({ node }) => node.contains(button));
      const option = entry && optionsOf(entry.message).find(({ value }) => value === button.dataset.choice);
      if (option) choose(entry.message, option);
    });
    root.addEventListener("keydown", moveAmongOptions);
  }

  clear() {
    for (const node of this.#echoes.values()) forgetPreview(node);
    this.#entries = [];
    this.#echoes.clear();
    this.#own.clear();
    this.root.replaceChildren();
  }

  get empty() {
    return this.#entries.length === 0 && this.#echoes.size === 0;
  }

  /** Puts a message in its place; the node, or null when it was there already. */
  add(message) {
    const cursor = Number(message.cursor);
    let place = this.#entries.length;
    while (place > 0 && this.#entries[place - 1].cursor > cursor) place -= 1;
    if (place > 0 && this.#entries[place - 1].cursor === cursor) return null;
    const node = messageNode(message);
    const next = this.#entries[place];
    if (message.from === "me") this.#replaceEcho(message, next);
    this.#place({ cursor, message, node }, place);
    return node;
  }

  /** Shows a question of the page's own behind the answers that wait; the others stay while theirs does. */
  own(message, waits) {
    for (const [cursor, { node }] of this.#own) {
      if (cursor === message?.cursor || waits(cursor)) continue;
      node.remove();
      this.#own.delete(cursor);
    }
    if (!message || this.#own.has(message.cursor)) return this.#own.get(message?.cursor)?.message ?? null;
    const node = messageNode(message);
    this.#own.set(message.cursor, { message, node });
    this.root.append(node);
    return message;
  }

  /** How far long work is, in the place of what the message said before. */
  revise(message) {
    const entry = this.#entries.find(({ cursor }) => cursor === Number(message.cursor));
    if (!entry) return;
    const node = messageNode(message);
    entry.node.replaceWith(node);
    Object.assign(entry, { message, node });
  }

  /** What the person has just sent, before the server knows of it. */
  echo(item) {
    const node = this.#echoes.get(item.id) ?? this.#newEcho(item);
    const bar = node.querySelector("progress");
    if (bar) bar.value = item.progress ?? 0;
    if (node.dataset.state === item.state) return; // progress alone must not replace a button under a finger
    const failed = item.state === "failed";
    node.dataset.state = item.state;
    node.querySelector(".state").replaceChildren(
      t(item.file && item.state === "sending" ? "uploading" : item.state),
      ...(failed ? [quiet("again", () => this.again(item)), quiet("discard", () => this.discard(item))] : []),
      ...(item.ahead && item.state === "waiting" ? [quiet("take-back", () => this.discard(item))] : []),
      ...(item.file && !item.ahead && !failed ? [quiet("stop", () => this.discard(item))] : []),
    );
  }

  /** The server has confirmed the item; its own copy of it stands just before the first reply, or is still to come. */
  settle(item, replies) {
    const node = this.#echoes.get(item.id);
    const first = replies.find(({ from }) => from === "bot");
    const cursor = first ? Number(first.cursor) - 0.5 : (this.#entries.at(-1)?.cursor ?? 0) + 0.5;
    for (const reply of replies) this.add(reply) ?? this.#refresh(reply);
    if (!node) return;
    this.#take(item);
    const place = this.#entries.filter((entry) => entry.cursor < cursor).length;
    if (this.#entries[place - 1]?.message.from === "me") return forgetPreview(node);
    node.dataset.state = "sent";
    node.querySelector(".state").remove();
    node.querySelector("progress")?.remove();
    this.#place({ cursor, message: { from: "me", at: first?.at }, node, provisional: true }, place);
  }

  /** The event stream may have been faster, and it never carries what is shown only once. */
  #refresh(message) {
    const entry = this.#entries.find(({ cursor }) => cursor === Number(message.cursor));
    if (!entry || entry.message.text === message.text) return;
    const node = messageNode(message);
    entry.node.replaceWith(node);
    Object.assign(entry, { message, node });
  }

  #take(item) {
    const node = this.#echoes.get(item.id);
    this.#echoes.delete(item.id);
    node?.remove();
  }

  drop(item) {
    const node = this.#echoes.get(item.id);
    if (node) forgetPreview(node);
    this.#take(item);
  }

  /** What can be answered now: {question, menu}, messages or null. Nothing before the person's last word counts. */
  live() {
    const last = this.#entries.findLastIndex(({ message }) => message.from === "me");
    const since = this.#entries.slice(last + 1).map(({ message }) => message);
    return {
      question: since.findLast((message) => message.question) ?? null,
      menu: since.findLast((message) => !message.question && message.options?.length) ?? null,
    };
  }

  /** Options of these messages can be tapped, all others cannot; `busy(message)`: its answer is on its way. */
  enable(messages, busy) {
    for (const { message, node } of [...this.#entries, ...this.#own.values()]) {
      const live = messages.includes(message);
      node.classList.toggle("live", live);
      for (const button of node.querySelectorAll("button[data-choice]")) button.disabled = !live || busy(message);
    }
  }

  nodeOf(message) {
    return [...this.#entries, ...this.#own.values()].find((entry) => entry.message === message)?.node;
  }

  #newEcho(item) {
    const node = make(
      "article",
      { class: "message me", "data-id": item.id },
      spoken(t("me")),
      make("div", { class: "text" }, item.shown),
      item.preview ? make("img", { class: "picture", src: item.preview, alt: item.shown }) : null,
      item.file ? make("progress", { max: 1, value: 0, "aria-label": t("uploading") }) : null,
      make("p", { class: "state" }),
    );
    this.#echoes.set(item.id, node);
    this.root.append(node);
    return node;
  }

  #replaceEcho(message, next) {
    for (const [id, node] of this.#echoes) {
      if (message.id !== id && node.querySelector(".text").textContent !== message.text) continue;
      this.#echoes.delete(id);
      forgetPreview(node);
      node.remove();
      return;
    }
    if (!next?.provisional) return;
    forgetPreview(next.node);
    next.node.remove();
    this.#entries.splice(this.#entries.indexOf(next), 1);
  }

  #place(entry, place) {
    const before = this.#entries[place]?.node ?? this.#echoes.values().next().value ?? null;
    this.#entries.splice(place, 0, entry);
    this.root.insertBefore(entry.node, before);
    this.#timeNeeded(place);
    this.#timeNeeded(place + 1);
  }

  /** A time is shown where a pause lies before it. */
  #timeNeeded(place) {
    const [before, here] = [this.#entries[place - 1]?.message.at, this.#entries[place]?.message.at];
    const time = this.#entries[place]?.node.querySelector("time");
    if (time) time.hidden = Boolean(before) && new Date(here) - new Date(before) < PAUSE_MS;
  }
}

/** The options a person can tap, with the skip an optional box always has. */
function optionsOf({ options = [], question }) {
  if (!question?.optional || options.some(({ value }) => value === "skip")) return options;
  return [...options, { label: t("skip"), value: "skip", style: "quiet" }];
}

function messageNode(message) {
  const { cursor, from, question } = message;
  const id = `message-${String(cursor).replace(/\W/g, "-")}`;
  const review = question?.kind === "review" ? reviewList(message.text, optionsOf(message)) : null;
  return make(
    "article",
    {
      class: `message ${from}`,
      id,
      "data-cursor": cursor,
      "data-kind": question?.kind,
      "data-box": question?.box,
      tabindex: from === "bot" ? "-1" : null,
    },
    message.at ? make("time", { datetime: message.at }, moment(message.at)) : null,
    spoken(t(from)),
    textNode(review ? review.intro : message.text || unkept(message), `${id}-text`),
    review && review.list,
    review && textNode(review.outro),
    progressNode(message.progress, `${id}-text`),
    filesNode(message.files ?? []),
    optionsNode(review ? review.rest : optionsOf(message), question, `${id}-text`),
  );
}

/** What stands for a file the office could make nothing of: neither its words nor itself were kept. */
const unkept = ({ from, files }) => (from === "me" && !files?.length ? t("unkept-file") : "");

function textNode(text, id) {
  const node = make("div", { class: "text", id });
  let from = 0;
  for (const match of (text ?? "").matchAll(LINK)) {
    node.append(text.slice(from, match.index), make("a", { href: match[0], rel: "noopener" }, match[0]));
    from = match.index + match[0].length;
  }
  node.append((text ?? "").slice(from));
  return node.textContent ? node : null;
}

/** A bar while long work is under way; once it is done the words are enough. */
function progressNode(progress, labelledBy) {
  if (progress === null || progress === undefined || progress >= 100) return null;
  return make("progress", { max: 100, value: progress, "aria-labelledby": labelledBy });
}

/** Documents one below the other; several pictures side by side, each with its name. */
function filesNode(files) {
  if (!files.length) return null;
  const pictures = files.filter(isPicture);
  const several = pictures.length > 1;
  const gallery = several && make("div", { class: "gallery" }, ...pictures.map((file) => fileNode(file, true)));
  const rest = several ? files.filter((file) => !isPicture(file)) : files;
  return make("div", { class: "files" }, ...rest.map((file) => fileNode(file)), gallery || null);
}

const isPicture = ({ media_type }) => /^image\/(jpeg|png|webp|gif)$/.test(media_type);

function fileNode(file, named = false) {
  if (!isPicture(file)) return fileCard(file);
  const picture = make("img", { class: "picture", src: file.url, alt: file.name, loading: "lazy" });
  const name = named ? make("span", { class: "caption", "aria-hidden": "true" }, file.name) : null;
  const link = make("a", { class: "thumbnail", href: file.url, target: "_blank", rel: "noopener" }, picture, name);
  // An expired link still says what stood here.
  picture.addEventListener("error", () => link.replaceWith(fileCard(file)), { once: true });
  return link;
}

function fileCard({ name, url, size: bytes }) {
  return make(
    "a",
    { class: "card", href: url, download: name },
    make("span", { class: "name" }, name),
    bytes === null ? null : make("span", { class: "size" }, size(bytes)),
  );
}

function optionsNode(options, question, labelledBy) {
  if (!options.length) return null;
  const short = options.every(({ label }) => widthOf(label) <= SHORT_EM);
  const three = options.length === 3 && options.every(({ label }) => widthOf(label) <= THREE_EM);
  const shape = short && options.length > 1 ? `options short${three ? " three" : ""}` : "options";
  const buttons = options.map((option) => optionButton(option, question));
  return make("div", { class: shape, role: "group", "aria-labelledby": labelledBy }, ...buttons);
}

/** With the number the office takes for it; controls such as "keep" or "more" have none. */
function optionButton({ label, value, number: given = null, style = "" }, question) {
  const counted = !question || ["choice", "yes_no", "confirm", "photo", "file"].includes(question.kind);
  const said = label.match(/^(\d{1,2})(?=[\s\u3000.、]|$)/)?.[1];
  const number = counted ? (said ?? given) : null;
  return make(
    "button",
    { type: "button", class: `option ${style}`.trim(), "data-choice": value, "data-number": number },
    number && !said && number !== label ? make("span", { class: "number", "aria-hidden": "true" }, number) : null,
    make("span", { class: "name" }, label),
  );
}

// A Chinese character is about twice as wide as a Latin one.
const widthOf = (label) => [...label].reduce((sum, mark) => sum + (mark > "\u2e7f" ? 1 : 0.5), 0);

function quiet(key, onclick) {
  return make("button", { type: "button", class: "plain", "data-action": key, onclick }, t(key));
}

function forgetPreview(node) {
  const picture = node.querySelector("img[src^='blob:']");
  if (picture) URL.revokeObjectURL(picture.src);
}

function moveAmongOptions(event) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (!step || !event.target.matches("button[data-choice]")) return;
  const buttons = [...event.target.closest(".message").querySelectorAll("button[data-choice]:enabled")];
  const next = buttons[(buttons.indexOf(event.target) + step + buttons.length) % buttons.length];
  next.focus();
  event.preventDefault();
}
