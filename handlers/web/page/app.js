// The chat page: wires the conversation, the question in the dock and the queue of answers to the server.

import { deliver, follow, history, openSession, Problem, questionsAhead } from "./api.js";
import { Ahead } from "./ahead.js";
import { Dock } from "./dock.js";
import { isTyping } from "./dom.js";
import { pickByNumber } from "./keys.js";
import { Log } from "./log.js";
import { newId, Outbox } from "./outbox.js";
import * as shelf from "./shelf.js";
import { preferred, speak, t } from "./strings.js";

const part = (id) => document.getElementById(id);
const tabs = "BroadcastChannel" in window ? new BroadcastChannel("kaowu") : null;

const log = new Log(part("log"), {
  choose: (message, option) => say(message, { choice: option.value, shown: option.label }),
  again: (item) => outbox.again(item),
  discard: (item) => {
    dock.refuse("");
    outbox.drop(item);
  },
});

const dock = new Dock({
  send: (message, text) => say(message, { text, shown: text }),
  upload: (message, file) => say(message, { file, shown: file.name, preview: previewOf(file) }),
});

const outbox = new Outbox(deliver, {
  changed: (item) => {
    if (!item.silent) log.echo(item);
    refresh();
  },
  delivered,
  refused,
  place,
  dropped: (item) => {
    log.drop(item);
    refresh();
  },
});

const ahead = new Ahead(questionsAhead);

let life = 0; // counts the persons of this page: what an earlier one still receives is not shown
let begun = false;
let seen = 0; // everything up to this cursor has come; answers of the queue may run ahead of it
let person = null;
let round = 0; // counts the attempts to follow: only the newest one does
let unfollow = () => {};
let faults = 0;
let lost = null; // the timer that says so, for short gaps are not worth a word
let cut = false;
let again = null; // the box and text of the last answer, to correct it after a refusal
let focused = null;
let atEnd = true;
let lastTop = 0;

// Sending

function say(message, { text, choice, file, shown, preview }) {
  const question = message?.question ?? null;
  const secret = question?.kind === "secret";
  if (message && ahead.isOwn(message) && !ahead.takes(message, { text, choice, file })) return dock.refuse(t("choose-one"));
  const hidden = text !== undefined && (secret || question?.private);
  if (message && isBusy(message)) return;
  again = text === undefined || secret || !question ? null : { form: question.form, box: question.box, text };
  dock.say("");
  dock.refuse("");
  outbox.add({
    id: newId(),
    text,
    choice,
    file,
    preview,
    turn: question?.turn || undefined,
    at: Date.now(),
    site: Boolean(question?.ahead),
    ahead: Boolean(message && ahead.isOwn(message)),
    owner: person,
    answers: message?.cursor,
    own: message && ahead.isOwn(message) ? message.cursor : undefined,
    asks: question && `${question.form}.${question.box}`,
    shown: hidden ? t("private") : shown,
    keep: question?.ahead ? true : question ? !file && !secret && !question.private : choice !== undefined,
  });
  toEnd();
}

function command(button) {
  const choice = button.dataset.command;
  if (outbox.pending((item) => item.choice === choice)) return;
  // Going back or cancelling belongs to the question it was tapped under; the menu is always there.
  const message = button.closest("#dock") ? log.live().question : null;
  say(message, { choice, shown: button.dataset.text === "menu" ? t("menu") : button.textContent });
}

function delivered(item, answer) {
  if (!item.silent && !outbox.items.length) dock.say("");
  if (answer.session) {
    // Who signs out leaves nothing behind; who comes back after a lost session finds it.
    shelf.clear(person);
    return changePerson();
  }
  if (answer.language) speak(answer.language);
  const end = atEnd;
  const late = answer.messages.find(({ question }) => question?.error === "moved-on");
  // A late answer was not recorded: it does not stand in the conversation, and the question says why.
  if (late) log.drop(item);
  log.settle(item, answer.messages);
  refresh();
  if (late) dock.refuse(late.question.problem ?? t("moved-on"));
  showNews(answer.messages, end || !item.silent);
  if (item.choice === "/language" || item.asks?.startsWith("language.")) catchUp().catch(failed);
}

function refused(item, problem) {
  if (problem.status === 401) return renew();
  dock.refuse(problem.detail || t("not-accepted"));
  if (item.text && item.answers === log.live().question?.cursor) dock.restore(item.text);
}

const boxOf = (message) => message.question && `${message.question.form}.${message.question.box}`;

const isBusy = (message) =>
  outbox.pending((item) => item.answers === message.cursor || (item.ahead && !ahead.isOwn(message) && item.asks === boxOf(message)));

/** The question an answer given while we were cut off belongs to, once the office asks it. */
function place(item) {
  const { question } = log.live();
  if (!question || item.asks !== boxOf(question) || question.question.error) return null;
  return { turn: question.question.turn, answers: question.cursor };
}

const isCutOff = () => !navigator.onLine || outbox.attempts > 0;

const previewOf = (file) => (/^image\/(jpeg|png|webp)$/.test(file.type) ? URL.createObjectURL(file) : null);

// Receiving

/** Starts over for whoever the cookie now belongs to. */
function restart() {
  life += 1;
  begun = false;
  seen = 0;
  person = null;
  again = null;
  focused = null;
  outbox.clear();
  log.clear();
  dock.forget();
  resume();
}

function changePerson() {
  tabs?.postMessage("person");
  restart();
}

async function renew() {
  const mine = life;
  try {
    const session = await openSession(document.documentElement.lang);
    if (mine !== life) return;
    changePerson();
    person = session.person;
    // A stored flag, because the cookie itself cannot be read: has this browser been here before?
    if (localStorage.getItem("kaowu.visited")) dock.say(t("new-session"));
    localStorage.setItem("kaowu.visited", "yes");
  } catch (problem) {
    retryLater(problem);
  }
}

/** Fetches what is missing, then follows. */
async function resume() {
  const mine = ++round;
  unfollow();
  try {
    await catchUp();
  } catch (problem) {
    if (mine === round) failed(problem);
    return;
  }
  if (mine !== round || document.hidden) return;
  unfollow = follow(seen, {
    opened: () => {
      faults = 0;
      connected(true);
      catchUp().catch(failed);
    },
    message: (message) => mine === round && receive([message]),
    revised: (message) => mine === round && log.revise(message),
    lost: (closed) => {
      connected(false);
      if (closed && mine === round) retryLater();
    },
  });
}

async function catchUp() {
  const mine = life;
  const page = await history(seen);
  if (mine !== life) return;
  if (person && page.person && person !== page.person) return changePerson();
  person = page.person ?? person;
  if (page.language) changeLanguage(page.language);
  receive(page.messages);
  part("log").setAttribute("aria-busy", "false");
  if (begun) return;
  begun = true;
  outbox.restore();
  await outbox.restoreSite(person);
  // A first visitor is greeted; the fixed id greets once however many tabs are opened.
  if (log.empty) outbox.add({ id: "hello", choice: "/menu", silent: true });
}

function receive(messages) {
  const end = atEnd;
  const news = messages.filter((message) => log.add(message));
  for (const { cursor, id } of messages) {
    seen = Math.max(seen, Number(cursor));
    if (id) outbox.confirm(id);
  }
  refresh();
  showNews(news, end);
}

function failed(problem) {
  if (problem.status === 401) renew();
  else retryLater(problem);
}

function retryLater(problem = new Problem()) {
  if (!(problem instanceof Problem)) throw problem;
  faults += 1;
  connected(false);
  const mine = round;
  const rest = Math.max(Math.min(30_000, 1000 * 2 ** faults), problem.retryAfter * 1000);
  setTimeout(() => mine === round && resume(), rest);
}

// Showing

function refresh() {
  const { question, menu } = log.live();
  if (question?.question.ahead) ahead.prepare(question.question.turn);
  const next = question && isCutOff() && isBusy(question) ? ahead.following(question, outbox.items) : null;
  const asked = log.own(next, (cursor) => outbox.pending((item) => item.at && item.own === cursor)) ?? question;
  const waiting = !asked && outbox.pending();
  if (!waiting) showQuestion(asked);
  dock.busy(waiting ? dock.asking : Boolean(asked && isBusy(asked)));
  log.enable([asked, menu].filter(Boolean), isBusy);
  focusNew(asked ?? menu);
  showState();
  outbox.go();
}

function showQuestion(message) {
  dock.show(message, refillFor(message?.question));
}

function refillFor(question) {
  if (!question || question.kind === "secret") return "";
  const corrects = question.error || question.input === "search";
  if (corrects && again?.form === question.form && again.box === question.box) return again.text;
  return question.private || question.input === "search" ? "" : (question.shown ?? "");
}

/** The focus follows the conversation, but never leaves a line somebody is writing for a mere notice. */
function focusNew(message) {
  if (!message || focused === message || isBusy(message)) return;
  focused = message;
  if (message.question && dock.focus()) return;
  if (!message.question && isTyping(document.activeElement) && dock.unsent) return;
  const node = log.nodeOf(message);
  const target = message.question?.kind === "review" ? node : node.querySelector("button[data-choice]");
  target?.focus({ preventScroll: true });
}

function showNews(messages, follows) {
  const last = messages.findLastIndex(({ from }) => from === "me");
  const first = messages[last + 1];
  if (!first) return follows && toEnd();
  const node = part("log").querySelector(`[data-cursor="${CSS.escape(first.cursor)}"]`);
  if (!follows) part("latest").hidden = false;
  else if (node && part("log").scrollHeight - node.offsetTop > part("log").clientHeight) toTop(node);
  else toEnd();
}

/** What is longer than the screen is read from its beginning. */
function toTop(node) {
  atEnd = false;
  part("log").scrollTop = node.offsetTop - 8;
}

function toEnd() {
  atEnd = true;
  part("log").scrollTop = part("log").scrollHeight;
  part("latest").hidden = true;
}

function changeLanguage(language) {
  if (!speak(language)) return;
  dock.forget();
  refresh();
}

function connected(yes) {
  clearTimeout(lost);
  if (!yes) {
    lost = setTimeout(() => {
      cut = true;
      showState();
    }, 3000);
    return;
  }
  cut = false;
  showState();
}

function showState() {
  const word = !navigator.onLine ? "offline" : outbox.attempts ? "retrying" : cut ? "reconnecting" : null;
  part("banner").hidden = !word;
  part("banner").textContent = word ? t(word) : "";
}

// Starting

for (const button of document.querySelectorAll("[data-command]")) button.addEventListener("click", () => command(button));
part("latest").addEventListener("click", toEnd);
part("log").addEventListener("scroll", () => {
  const { scrollHeight, scrollTop, clientHeight } = part("log");
  const near = scrollHeight - scrollTop - clientHeight < 40;
  // Growing content also leaves the end behind; only going up is the person's own wish.
  if (near) atEnd = true;
  else if (scrollTop < lastTop) atEnd = false;
  if (near) part("latest").hidden = true;
  lastTop = scrollTop;
});
new ResizeObserver(() => atEnd && toEnd()).observe(part("log"));
part("log").addEventListener("load", () => atEnd && toEnd(), true);
addEventListener("online", () => resume());
addEventListener("offline", showState);
// A page in the background holds no connection; it catches up when it is looked at again.
document.addEventListener("visibilitychange", () => {
  if (document.hidden) unfollow();
  else resume();
});
addEventListener("pageshow", (event) => event.persisted && restart());
addEventListener("beforeunload", (event) => {
  if (outbox.pending((item) => !item.keep && !item.silent)) event.preventDefault();
});
tabs?.addEventListener("message", restart);

pickByNumber(part("log"));
speak(preferred());
resume();
