// Answers given on site, pictures among them: kept in the browser's own database until the office has them.

const NAME = "kaowu";
const STORE = "site";

let opened = null;

function open() {
  opened ??= new Promise((resolve) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "id" });
    request.onsuccess = () => resolve(request.result);
    // Private windows may refuse: then answers live as long as the page does.
    request.onerror = () => resolve(null);
  });
  return opened;
}

async function act(mode, what) {
  const database = await open();
  if (!database) return undefined;
  return new Promise((resolve) => {
    const change = database.transaction(STORE, mode);
    const request = what(change.objectStore(STORE));
    change.oncomplete = () => resolve(request.result);
    change.onabort = change.onerror = () => resolve(undefined);
  });
}

/** What of an item is worth keeping; a preview is an address of this page's life only. */
function kept({ id, text, choice, file, turn, answers, own, asks, at, site, ahead, owner, shown, keep, order }) {
  return { id, text, choice, file, turn, answers, own, asks, at, site, ahead, owner, shown, keep, order };
}

let last = 0;

export function put(item) {
  item.order ??= Math.max(Date.now(), (last += 1));
  last = Math.max(last, item.order);
  return act("readwrite", (store) => store.put(kept(item)));
}

export const drop = (id) => act("readwrite", (store) => store.delete(id));

/** Forgets what this person gave here. */
export async function clear(owner) {
  for (const { id } of await all(owner)) await drop(id);
}

/** What this person gave here, in the order it was given. */
export async function all(owner) {
  const items = (await act("readonly", (store) => store.getAll())) ?? [];
  return items.filter((item) => item.owner === owner).sort((one, other) => one.order - other.order);
}
