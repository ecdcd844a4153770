// Number keys pick the option of that number while nobody is typing.

import { isTyping } from "./dom.js";

const NEXT_DIGIT_MS = 700;

export function pickByNumber(log) {
  let typed = "";
  let timer;
  document.addEventListener("keydown", (event) => {
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    clearTimeout(timer);
    typed += event.key;
    const numbers = [...log.querySelectorAll("button[data-number]:enabled")];
    const pick = () => {
      // The newest list wins where two are open.
      numbers.findLast((button) => button.dataset.number === typed)?.click();
      typed = "";
    };
    const longer = numbers.some(({ dataset }) => dataset.number.length > typed.length && dataset.number.startsWith(typed));
    if (longer) timer = setTimeout(pick, NEXT_DIGIT_MS);
    else pick();
  });
}
