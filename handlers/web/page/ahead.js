// What the page asks by itself while it is cut off: the questions that follow, fetched as long as there was a line.

const MORE = ".more";

export class Ahead {
  #fetch;
  #listed = [];
  #draft = null; // whose questions they are: the part of a turn before its dot

  constructor(fetch) {
    this.#fetch = fetch;
  }

  /** Fetches the questions of this form once, while there is a line. */
  async prepare(turn) {
    const draft = turn.split(".")[0];
    if (draft === this.#draft) return;
    this.#draft = draft;
    try {
      this.#listed = (await this.#fetch()).questions;
    } catch {
      this.#draft = null;
    }
  }

  isOwn(message) {
    return String(message.cursor).startsWith("own");
  }

  /** Whether that can be an answer here: of options one of them, of a picture a picture. */
  takes(message, { text, choice, file }) {
    const { kind } = message.question;
    if (["choice", "yes_no"].includes(kind)) return valueOf(message, { text, choice }) !== null;
    if (["photo", "file"].includes(kind)) return Boolean(file) || choice !== undefined;
    return !file;
  }

  /** The question behind the answers that wait: walked through from the one the office asked last. */
  following(asked, items) {
    let at = this.#listed.findIndex(({ question }) => isSame(question, asked.question));
    if (at < 0) return null;
    const given = new Map();
    const waiting = items.filter((item) => item.site && item.state !== "failed");
    let message = asked;
    for (let count = 1; ; count += 1) {
      // By its box, not its place: one taken back is asked again, and those behind it still stand.
      const answer = waiting.findIndex(({ asks }) => asks === `${message.question.form}.${message.question.box}`);
      if (answer < 0) return message === asked ? null : message;
      const value = valueOf(message, waiting.splice(answer, 1)[0]);
      given.set(message.question.box, value);
      at = this.#next(at, value, given);
      if (at >= this.#listed.length) return null;
      message = this.#message(at, count);
    }
  }

  #message(at, count) {
    const { text, options, question } = this.#listed[at];
    const cursor = `own-${this.#draft}-${count}-${question.box}`;
    return { cursor, from: "bot", at: null, text, options, files: [], question };
  }

  #next(at, value, given) {
    const { box } = this.#listed[at].question;
    let next = at + 1;
    if (box.endsWith(MORE)) {
      const part = box.slice(0, -MORE.length);
      const inside = ({ question }) => question.box.startsWith(`${part}.`);
      for (const known of given.keys()) if (known.startsWith(`${part}.`)) given.delete(known);
      next =
        value === "yes"
          ? this.#listed.findIndex((one) => inside(one) && one.question.box !== box)
          : this.#listed.findLastIndex(inside) + 1;
    }
    while (next < this.#listed.length && !applies(this.#listed[next], given)) next += 1;
    return next;
  }
}

const isSame = (one, other) => one.form === other.form && one.box === other.box;

function applies({ when }, given) {
  if (!when) return true;
  const value = given.get(when.box);
  return value !== undefined && value !== null && value !== "skip" && (when.is === "" || when.is === value);
}

/** What an answer chooses: a value, a number or a label of the options; else the words, or that there is a file. */
function valueOf({ question, options }, { text, choice, file }) {
  if (choice !== undefined) return choice;
  if (file) return "file";
  const said = (text ?? "").trim();
  const meant = options.find(({ label, number }) => label === said || number === said);
  if (["choice", "yes_no"].includes(question.kind)) return meant?.value ?? null;
  return said === "-" ? "skip" : said;
}
