// Words that could not be sent wait on this device, sealed with a key that only the server can make
// and that only their writer is given (it is never stored). On every page: count what still waits,
// and send it. static/js/draft.js is the page on which they are written.
window.curaKept = (() => {
  const PREFIX = "cura-draft:";
  const MOST_KEEPALIVE = 60000; // browsers refuse more than 64 kB from a page that is going away
  const PATIENCE = 10000;
  const able = Boolean(window.crypto?.subtle);
  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const base64 = (buffer) => btoa(new Uint8Array(buffer).reduce((out, b) => out + String.fromCharCode(b), ""));

  // crypto.randomUUID is only there on https; this is the same by hand.
  function uuid() {
    const b = crypto.getRandomValues(new Uint8Array(16));
    b[6] = (b[6] & 15) | 64;
    b[8] = (b[8] & 63) | 128;
    const hex = [...b].map((n) => n.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  // ---- on the device ----
  const importKey = (key) => (able
    ? crypto.subtle.importKey("raw", bytes(key), "AES-GCM", false, ["encrypt", "decrypt"]) : null);
  const names = () => Object.keys(localStorage).filter((name) => name.startsWith(PREFIX));

  async function write(name, key, copy) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const plain = new TextEncoder().encode(JSON.stringify(copy));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, plain);
    localStorage.setItem(name, `${base64(iv)} ${base64(sealed)}`);
  }

  // Undefined for a copy that somebody else wrote: it is left alone until she signs in.
  async function read(name, key) {
    try {
      const [iv, sealed] = localStorage.getItem(name).split(" ").map(bytes);
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv }, await key, sealed);
      return JSON.parse(new TextDecoder().decode(plain));
    } catch {
      return undefined;
    }
  }

  async function mine(key) {
    const found = [];
    for (const name of key ? names() : []) {
      const copy = await read(name, key);
      if (copy) found.push([name, copy]);
    }
    return found.sort((a, b) => b[1].at - a[1].at);
  }

  const drop = (name) => localStorage.removeItem(name);

  // ---- the wire ----
  const meta = () => document.querySelector('meta[name="csrf-token"]');

  function renewToken(token) {
    if (meta()) meta().content = token;
    document.querySelectorAll("input[name=csrfmiddlewaretoken]").forEach((input) => { input.value = token; });
  }

  async function ask(url, options) {
    const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE), ...options });
    const body = await answer.json().catch(() => ({}));
    return { code: answer.type === "opaqueredirect" ? 401 : answer.status, body };
  }

  function put(url, rev, message, leaving = false) {
    const body = JSON.stringify(message);
    const headers = { "Content-Type": "application/json", "X-CSRFToken": meta()?.content ?? "", "If-Match": `"${rev}"` };
    return ask(url, { method: "PUT", body, headers, keepalive: leaving && body.length < MOST_KEEPALIVE });
  }

  // Who is signed in now, her key, and a token for forms. A clock may ask: it is no activity.
  const whoIsHere = () => ask("/drafts/key/", { headers: { "X-Cura-Timer": "1" } });

  // A copy goes to the draft that it belongs to; if that was saved meanwhile, to one of its own.
  async function resend(name, { token, url, rev, who, page, fields }) {
    const message = { who, page, fields };
    let answer = await put(url, rev, message);
    if (answer.code === 410) answer = await put(url.replace(token, uuid()), 0, message);
    if ([200, 412].includes(answer.code)) drop(name);
    return answer;
  }

  // ---- on every page ----
  async function tell(key) {
    const place = document.getElementById("unsent-count");
    if (!place) return;
    const count = (await mine(key)).length;
    place.hidden = !count;
    place.textContent = count === 1 ? "1 page not sent yet" : `${count} pages not sent yet`;
  }

  // Each copy whose page is not open in some tab.
  async function sendAll(key, but = "") {
    await tell(key);
    for (const [name, copy] of await mine(key)) {
      if (name === but) continue;
      const send = () => resend(name, copy).catch(() => null);
      if (!navigator.locks) await send();
      else await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && send());
    }
    await tell(key);
  }

  async function care() {
    if (!names().length || !document.getElementById("session-dialog")) return;
    const { code, body } = await whoIsHere().catch(() => ({}));
    if (code !== 200) return;
    renewToken(body.csrf);
    await sendAll(importKey(body.key));
  }

  if (able && !document.querySelector("form[data-draft]")) {
    care();
    addEventListener("online", care);
    setInterval(care, 30000);
  }
  return { PREFIX, uuid, importKey, write, mine, drop, put, resend, sendAll, tell, whoIsHere, renewToken };
})();
