// The server as the page sees it: session, history, events, and the delivery of one answer.

import { isOurs } from "./camera.js";

const PATIENCE_MS = 30_000;
const PASSING = [0, 408, 502, 503, 504];

/** Why a request did not succeed. Status 0: the answer never arrived. */
export class Problem extends Error {
  constructor({ status = 0, detail = "", retryAfter = 0 } = {}) {
    super(detail || `status ${status}`);
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** Worth sending again, unchanged and with the same id. */
  get passing() {
    return PASSING.includes(this.status);
  }
}

function answerOf(status, body, retryAfter) {
  let answer;
  try {
    answer = JSON.parse(body || "{}");
  } catch {
    // Not ours: a proxy's or a hotel's page. Only a refusal by the office is final.
    throw new Problem({ status: status < 400 ? 0 : status, retryAfter });
  }
  if (status >= 400) throw new Problem({ status, detail: answer.detail || answer.title || "", retryAfter });
  return answer;
}

async function call(method, path, body) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  let response;
  let text;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: "no-store",
      signal: patience.signal,
    });
    text = await response.text();
  } catch {
    throw new Problem();
  } finally {
    clearTimeout(timer);
  }
  return answerOf(response.status, text, Number(response.headers.get("Retry-After")) || 0);
}

function upload(item, progress, stop) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let timer;
    // A slow upload is fine, a silent one is not.
    const stillAlive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), 2 * PATIENCE_MS);
    };
    request.open("POST", "/api/chat/files");
    request.upload.onprogress = (event) => {
      stillAlive();
      if (event.lengthComputable) progress(event.loaded / event.total);
    };
    request.onloadend = () => {
      clearTimeout(timer);
      if (request.status === 0) return reject(new Problem());
      try {
        resolve(answerOf(request.status, request.responseText, Number(request.getResponseHeader("Retry-After")) || 0));
      } catch (problem) {
        reject(problem);
      }
    };
    stop.addEventListener("abort", () => request.abort());
    const form = new FormData();
    form.append("id", item.id);
    form.append("ago", ago(item));
    if (item.turn) form.append("turn", item.turn);
    if (isOurs(item.file)) form.append("camera", "yes");
    form.append("file", item.file, item.file.name);
    stillAlive();
    request.send(form);
  });
}

/** Delivers one answer; the same id again is harmless. */
export function deliver(item, progress, stop) {
  if (item.file) return upload(item, progress, stop);
  const { id, turn, text, choice } = item;
  return call("POST", "/api/chat/messages", { id, turn, text, choice, ago: ago(item) });
}

/** For how many seconds it has waited here: by that the office knows when it was given, whatever our clock says. */
const ago = ({ at }) => Math.min(9_999_999, Math.max(0, Math.round((Date.now() - (at ?? Date.now())) / 1000)));

/** The questions after the present one, where it may be asked without the office. */
export const questionsAhead = () => call("GET", "/api/chat/ahead");

export const openSession = (language) => call("POST", "/api/chat/session", { cookie: true, language });

/** Everything after the cursor: {messages, language, person}. */
export async function history(after) {
  const messages = [];
  let page;
  do {
    page = await call("GET", `/api/chat/messages?after=${after}&limit=200`);
    messages.push(...page.messages);
    after = messages.at(-1)?.cursor ?? after;
  } while (page.more && page.messages.length);
  return { ...page, messages };
}

/** Follows what happens from the cursor on; returns the way to stop. */
export function follow(after, { opened, message, revised, lost }) {
  const source = new EventSource(`/api/chat/events?after=${after}`);
  source.addEventListener("open", opened);
  source.addEventListener("message", (event) => message(JSON.parse(event.data)));
  source.addEventListener("revised", (event) => revised(JSON.parse(event.data)));
  source.addEventListener("error", () => lost(source.readyState === EventSource.CLOSED));
  return () => source.close();
}

export const showHandover = (token) => call("POST", "/api/handover/show", { token });
export const takeHandover = (token, replace) => call("POST", "/api/handover", { token, replace });
