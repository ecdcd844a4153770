// The lower part of the page: the question that is open, what is wrong with the last answer, and the widget.

import { make } from "./dom.js";
import { t } from "./strings.js";
import { widgetFor } from "./widgets.js";

const part = (id) => document.getElementById(id);

export class Dock {
  #message; // undefined before the first showing, null when nothing is asked
  #widget;
  #busy = false;

  /** hands: {send(message, text), upload(message, file)} */
  constructor(hands) {
    this.hands = hands;
  }

  /** Shows this question; true when it is another one than before. */
  show(message, refill) {
    if (message === this.#message) return false;
    const question = message?.question ?? null;
    const kept = this.#sameBox(question) ? this.unsent : "";
    this.#message = message;
    this.#describe(message);
    this.#build(question, kept || refill);
    return true;
  }

  forget() {
    this.#message = undefined;
    this.say("");
  }

  /** Its answer is on its way: one tap is enough. The field stays as it is, so the keyboard does not jump. */
  busy(on) {
    this.#busy = on;
    for (const button of part("answer").querySelectorAll("button")) button.disabled = on;
    part("dock").setAttribute("aria-busy", on);
  }

  get asking() {
    return Boolean(this.#message);
  }

  focus() {
    if (!this.#widget?.focus) return false;
    const field = this.#widget.focus;
    field.focus({ preventScroll: true });
    // A picker of days or months holds no caret, and throws when one is set.
    if (field.value && field.selectionStart !== null) field.setSelectionRange?.(field.value.length, field.value.length);
    return true;
  }

  get unsent() {
    return part("field")?.value ?? "";
  }

  /** Gives an answer that could not be sent back to its author. */
  restore(text) {
    const field = part("field");
    if (!field || field.value) return;
    field.value = text;
    field.dispatchEvent(new Event("input"));
  }

  /** A calm word near the answer, or "" to take it away. */
  say(text) {
    part("notice").textContent = text;
  }

  /** What stands in the way, spoken at once. */
  refuse(text) {
    part("problem").textContent = text;
  }

  #sameBox(question) {
    const before = this.#message?.question;
    return Boolean(before && question && before.form === question.form && before.box === question.box);
  }

  #describe(message) {
    const question = message?.question ?? null;
    const dock = part("dock");
    for (const name of ["kind", "form", "box", "turn", "input"]) {
      if (question?.[name] !== undefined && question[name] !== null) dock.dataset[name] = question[name];
      else delete dock.dataset[name];
    }
    part("question").hidden = !question;
    part("problem").textContent = question?.problem ?? (question?.error === "moved-on" ? t("moved-on") : "");
    if (!question) return;
    part("label").textContent = question.label ?? "";
    const counted = question.step && question.of;
    part("step").textContent = counted ? `${question.step} / ${question.of}` : "";
    part("progress").hidden = !counted;
    if (counted) {
      part("progress").setAttribute("aria-label", t("progress", question));
      part("progress").max = question.of;
      part("progress").value = question.step;
    }
    part("hint").textContent = question.hint ?? "";
    // Said once is enough for the eye, and what is wrong matters more; the field is described by it all the same.
    part("hint").classList.toggle("spoken", Boolean(question.problem) || message.text.includes(question.hint));
    part("shown").textContent = question.shown ? t("shown", { value: question.shown }) : "";
  }

  #build(question, refill) {
    const { send, upload } = this.hands;
    const message = this.#message;
    this.#widget = widgetFor(question, {
      refill,
      send: (text) => this.#busy || send(message, text),
      upload: (file) => this.#busy || upload(message, file),
    });
    // The new field takes the focus before the old one goes: the keyboard of a phone stays open.
    const old = [...part("answer").childNodes];
    part("answer").prepend(make("div", { class: "widget" }, this.#widget.node));
    if (question) this.focus();
    for (const node of old) node.remove();
  }
}
