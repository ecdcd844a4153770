// What the person has sent and the server has not yet confirmed: one at a time, in order, never twice.

import { Problem } from "./api.js";
import * as shelf from "./shelf.js";

const KEPT = "kaowu.outbox";
const SLOWEST_MS = 30_000;

/** An id of our own; randomUUID exists only on https and localhost. */
export function newId() {
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Outbox {
  items = [];
  attempts = 0;
  #running = false;
  #stop = new AbortController();
  #wake = () => {};

  /**
   * deliver(item, progress, stopSignal) resolves to the server's answer or rejects with a Problem.
   * on: {changed(item), delivered(item, answer), refused(item, problem), dropped(item), place(item)}
   * place(item) finds the question an answer given ahead belongs to, null while it is not asked yet.
   */
  constructor(deliver, on) {
    this.deliver = deliver;
    this.on = on;
    addEventListener("online", () => this.#wake());
  }

  /** Items of an earlier page life that were not private: sent again under their old ids. */
  restore() {
    for (const item of JSON.parse(sessionStorage.getItem(KEPT) || "[]")) this.add(item);
  }

  /** Answers given on site, pictures among them, which wait for as long as it takes. */
  async restoreSite(owner) {
    for (const item of await shelf.all(owner)) if (!this.items.some(({ id }) => id === item.id)) this.add(item);
  }

  /** A new question may be the one an answer has waited for. */
  go() {
    this.#run();
  }

  add(item) {
    item.state = "waiting";
    this.items.push(item);
    this.#changed(item);
    this.#run();
  }

  again(item) {
    item.state = "waiting";
    this.#changed(item);
    this.#run();
  }

  drop(item) {
    if (item.state === "sending") this.#stop.abort();
    this.#forget(item);
    this.on.dropped(item);
    this.#wake();
  }

  /** The server's own copy has come by another way: nothing is left to repeat. */
  confirm(id) {
    const item = this.items.find((other) => other.id === id && other.state !== "sending");
    if (item) this.drop(item);
  }

  clear() {
    this.#stop.abort();
    this.items = [];
    this.#keep();
    this.#wake();
  }

  /** Still on its way: neither confirmed nor refused. */
  pending(test = () => true) {
    return this.items.some((item) => item.state !== "failed" && test(item));
  }

  async #run() {
    if (this.#running) return;
    this.#running = true;
    try {
      let item;
      while ((item = this.#next())) await this.#send(item);
    } finally {
      this.#running = false;
    }
  }

  /** The first that can go out; one given ahead waits until its question is asked. */
  #next() {
    for (const item of this.items) {
      if (item.state === "failed") continue;
      if (!item.ahead || item.turn) return item;
      const place = this.on.place(item);
      if (place) return Object.assign(item, place);
    }
    return null;
  }

  async #send(item) {
    this.#stop = new AbortController();
    item.state = "sending";
    this.#changed(item);
    try {
      const progress = (share) => {
        item.progress = share;
        this.on.changed(item);
      };
      const answer = await this.deliver(item, progress, this.#stop.signal);
      this.attempts = 0;
      if (!this.#forget(item)) return;
      this.on.delivered(item, answer);
    } catch (problem) {
      if (!this.items.includes(item)) return;
      if (!(problem instanceof Problem)) throw problem;
      if (problem.passing) await this.#rest(item, problem);
      else this.#refuse(item, problem);
    }
  }

  async #rest(item, problem) {
    this.attempts += 1;
    item.state = "waiting";
    this.#changed(item);
    const backOff = Math.min(SLOWEST_MS, 500 * 2 ** this.attempts) * (0.75 + Math.random() / 2);
    const rest = Math.max(backOff, problem.retryAfter * 1000);
    await new Promise((resolve) => {
      const timer = setTimeout(resolve, rest);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => {};
  }

  #refuse(item, problem) {
    this.attempts = 0;
    item.state = "failed";
    this.#changed(item);
    this.on.refused(item, problem);
  }

  #forget(item) {
    const known = this.items.includes(item);
    this.items = this.items.filter((other) => other !== item);
    if (item.site) shelf.drop(item.id);
    this.#keep();
    return known;
  }

  #changed(item) {
    if (item.site) shelf.put(item);
    this.#keep();
    this.on.changed(item);
  }

  // Private answers, files and free text (which may hold a number) live in memory only.
  #keep() {
    const kept = this.items.filter((item) => item.keep && !item.site && item.state !== "failed");
    if (kept.length) sessionStorage.setItem(KEPT, JSON.stringify(kept));
    else sessionStorage.removeItem(KEPT);
  }
}
