// The page behind a handover link: says who and what, changes nothing until the button is pressed.

import { openSession, showHandover, takeHandover } from "./api.js";
import { make } from "./dom.js";
import { preferred, speak, t } from "./strings.js";

const EXPIRED = [400, 404, 409, 410, 422];
const part = (id) => document.getElementById(id);

// The token stands in the fragment, which no server log ever sees.
const token = location.hash.slice(1);

async function look() {
  part("explanation").textContent = t("handover-loading");
  part("ways").replaceChildren();
  try {
    ask(token ? await showHandover(token) : null);
  } catch (problem) {
    explain(problem, look);
  }
  part("handover").setAttribute("aria-busy", "false");
}

function ask(handover) {
  if (!handover) return say("handover-expired", way("handover-to-chat", leave, "main"));
  if (handover.language) speak(handover.language);
  const taken = handover.signed_in;
  part("facts").replaceChildren(...["name", "from", "form"].filter((key) => handover[key]).flatMap((key) => [
    make("dt", {}, t(`handover-${key}`)),
    make("dd", { id: key }, handover[key]),
  ]));
  say(
    taken ? "handover-signed-in" : "handover-what",
    way(taken ? "handover-replace" : "handover-continue", () => take(taken), "main"),
    way("handover-leave", leave, "quiet"),
  );
}

async function take(replace) {
  for (const button of part("ways").children) button.disabled = true;
  try {
    await takeHandover(token, replace);
  } catch (problem) {
    // Only now somebody is signed in here, in another tab: ask once more, in the right words.
    if (problem.status === 409 && !replace) return look();
    if (problem.status === 401) return openSession(preferred()).then(() => take(replace), (fault) => explain(fault, look));
    return explain(problem, () => take(replace));
  }
  // Other tabs of this browser now belong to another person.
  if ("BroadcastChannel" in window) new BroadcastChannel("kaowu").postMessage("person");
  leave();
}

function explain(problem, retry) {
  if (problem.status === undefined) throw problem;
  if (EXPIRED.includes(problem.status)) {
    part("facts").replaceChildren();
    say("handover-expired", way("handover-to-chat", leave, "main"));
    return;
  }
  say("handover-offline", way("try-again", retry, "main"), way("handover-to-chat", leave, "quiet"));
  if (problem.detail) part("problem").textContent = problem.detail;
}

function say(key, ...ways) {
  part("problem").textContent = "";
  part("explanation").textContent = t(key);
  part("ways").replaceChildren(...ways);
  ways[0].focus();
}

function way(key, onclick, style) {
  return make("button", { type: "button", class: `option ${style}`, id: key, onclick }, t(key));
}

// Replaced, not pushed: the used link does not stay in the history.
function leave() {
  location.replace("/");
}

speak(preferred());
look();
