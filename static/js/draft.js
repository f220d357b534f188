// A form whose words are never lost. Each change is sealed on this device at once and sent about a
// second later; what the server has is taken off the device (static/js/kept.js does both).
// <form data-draft="/drafts/<uuid>/" data-draft-key data-draft-rev data-draft-who [data-draft-posted]>
(() => {
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const kept = window.curaKept;
  const PAUSE = 1200; // after the last key
  const LONGEST = 5000; // somebody who dictates makes no pause
  const AGAIN = 15000;
  const status = document.getElementById("draft-status");
  const who = form.dataset.draftWho;
  const page = kept.uuid();
  const key = kept.importKey(form.dataset.draftKey);
  const value = (name) => form.elements[name]?.value ?? "";
  const place = ["draft-kind", "draft-subject", "draft-record", "replaces"].map(value).join(" ");
  let token = value("token");
  let rev = Number(form.dataset.draftRev);
  let dirty = false; // there are words that the server does not have
  let touched = false;
  let keepable = Boolean(key);
  let state = "";
  let busy = null; // the message on its way
  let sealing = Promise.resolve();
  let timer;
  let since = 0;
  const name = () => kept.PREFIX + token;

  // ---- what the page says ----
  function say(words, kind, link) {
    state = kind;
    if (status.dataset.said === words) return;
    Object.assign(status.dataset, { said: words, state: kind });
    status.textContent = words;
    if (link) status.append(" ", Object.assign(document.createElement("a"), link));
  }

  const notice = document.createElement("div");
  notice.className = "message message-warning";
  notice.setAttribute("role", "alert");
  notice.hidden = true;
  form.before(notice);

  function stop(words, button) {
    const text = document.createElement("span");
    text.textContent = words;
    notice.replaceChildren(text, ...(button ? [button] : []));
    notice.hidden = false;
    form.inert = true;
  }

  function noSignal(words = "No signal.") {
    say(keepable ? `${words} Your words are safe on this device and go out when the signal is back.`
      : `${words} This device cannot keep a copy: leave this page open.`, "offline");
    kept.tell(key);
  }

  const bothTexts = (address) => say("You wrote this page in two places at once. Both texts are kept.",
    "conflict", { href: address, textContent: "Look at both" });

  // ---- on this device ----
  function fields() {
    const found = {};
    for (const [field, text] of new FormData(form)) {
      if (field !== "csrfmiddlewaretoken" && typeof text === "string") (found[field] ??= []).push(text);
    }
    return found;
  }
  let last = JSON.stringify(fields());

  function keepHere() {
    if (!key) return;
    const at = name();
    const copy = { at: Date.now(), who, page, token, url: form.dataset.draft, rev, place, fields: fields() };
    sealing = sealing.then(() => dirty && kept.write(at, key, copy))
      .then(() => { keepable = true; }, () => { keepable = false; });
  }

  function letGo() {
    const at = name();
    sealing = sealing.then(() => { if (!dirty) kept.drop(at); }).then(() => kept.tell(key));
  }

  // ---- to the server ----
  function later(wait = PAUSE) {
    since ||= Date.now();
    clearTimeout(timer);
    timer = setTimeout(send, Math.max(0, Math.min(wait, since + LONGEST - Date.now())));
  }

  async function send({ leaving = false, second = false } = {}) {
    if (busy) { await busy; if (!leaving) return; }
    if (!dirty) return;
    dirty = false;
    since = 0;
    const message = { who, page, fields: fields() };
    busy = kept.put(form.dataset.draft, rev, message, leaving).then(heard)
      .catch(() => { dirty = true; noSignal(); });
    const again = await busy;
    busy = null;
    if (again && !second) await send({ second: true });
    else if (dirty && state === "ok") later();
  }

  // What became of the message. True when it should go once more.
  async function heard({ code, body }) {
    if (code === 410) return begunAnew();
    if (code !== 200 && code !== 412) {
      dirty = true;
      return refused(code, body);
    }
    if (code === 200) {
      rev = body.rev;
      history.replaceState(history.state, "", body.url); // loading this page again leads to these words
      document.dispatchEvent(new CustomEvent("cura:seen"));
    }
    if (body.theirs_url) bothTexts(body.theirs_url);
    else say(`Draft kept ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`, "ok");
    letGo();
    return false;
  }

  function refused(code, body) {
    if (code === 403 && body.who === "other") return other();
    if (code === 401 || code === 403) return renew();
    if (code === 404) say("You may not write here any more. Your words stay on this device.", "warn");
    else say(code === 413 ? "This is too long to be kept as a draft. Save it now."
      : "The draft could not be kept just now. You can still save.", "trouble");
    return false;
  }

  // It was saved in another tab or on another device while words were written here.
  function begunAnew() {
    kept.drop(name());
    form.dataset.draft = form.dataset.draft.replace(token, token = kept.uuid());
    form.elements.token.value = token;
    rev = 0;
    dirty = true;
    return true;
  }

  // ---- signed out, signed in again, or somebody else ----
  async function renew() {
    const { code, body } = await kept.whoIsHere();
    if (code === 200 && body.who !== who) return other();
    if (code === 200) {
      kept.renewToken(body.csrf);
      return true;
    }
    const words = keepable ? "Your words are safe on this device." : "Leave this page open.";
    say(`You have been signed out. ${words}`, "signedout", {
      href: body.sign_in ?? "/accounts/login/", target: "_blank", rel: "noopener", textContent: "Sign in again",
    });
    return false;
  }

  // static/js/session.js covers the page, so that the next person at a tablet cannot read it.
  function gone(why) {
    document.dispatchEvent(new CustomEvent("cura:gone", { detail: why }));
    return false;
  }

  function other() {
    say("Somebody else is signed in on this device now. These words wait for their writer.", "other");
    return gone("other");
  }

  async function comeBack() {
    if (await renew().catch(() => false)) send();
  }

  // ---- saving: the form is let go only when it will arrive ----
  let checked = false;

  async function mayGo() {
    clearTimeout(timer);
    if (busy) await busy;
    if (dirty) await send();
    else if (state !== "conflict" && !await renew()) return false;
    return state === "trouble" || (!dirty && state !== "conflict");
  }

  form.addEventListener("submit", async (event) => {
    if (event.defaultPrevented) return;
    if (checked) { checked = false; return; }
    event.preventDefault();
    const { submitter } = event;
    const go = await mayGo().catch(() => noSignal());
    if (!go && state === "offline") noSignal("No signal, so this was not sent.");
    if (!go) return;
    checked = true;
    form.requestSubmit(submitter);
  });

  // ---- one draft, one tab ----
  const channel = new BroadcastChannel("cura-drafts");
  let release = null;

  function hold() {
    if (!navigator.locks) { begin(); return; }
    navigator.locks.request(name(), { ifAvailable: true }, (lock) => {
      if (!lock) return openElsewhere();
      begin();
      return new Promise((done) => { release = done; });
    }).catch(givenAway);
  }

  function openElsewhere() {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "btn btn-quiet", textContent: "Write here instead" });
    button.addEventListener("click", () => {
      button.disabled = true;
      const reload = () => location.reload();
      channel.addEventListener("message", ({ data }) => data.given === token && reload());
      channel.postMessage({ take: token });
      // That tab may be asleep: then its place is taken without asking.
      setTimeout(() => navigator.locks.request(name(), { steal: true }, reload), 3000);
    });
    stop("This page is open in another tab. Carry on there, or write here instead.", button);
  }

  function givenAway() {
    clearTimeout(timer);
    dirty = false; // what could not be sent is on the device, and the other tab finds it there
    stop("You carry on in another tab.");
  }

  channel.addEventListener("message", async ({ data }) => {
    if (data.take !== token || !release) return;
    form.inert = true;
    await send();
    await sealing;
    givenAway();
    release();
    channel.postMessage({ given: token });
  });

  // ---- what was left on this device before ----
  async function restore() {
    const copies = await kept.mine(key);
    const own = copies.find(([, copy]) => copy.token === token);
    if ("draftPosted" in form.dataset) {
      if (own) { dirty = true; later(0); } // the page holds newer words than the copy
    } else {
      const found = own ?? copies.find(([, copy]) => copy.place === place);
      if (found) await putBack(...found);
    }
    await kept.sendAll(key, name());
  }

  // The server has the words first, and then shows them: lines, ticks and all.
  async function putBack(at, copy) {
    const ask = () => kept.resend(at, copy).catch(() => ({}));
    const { code, body } = at === name() || !navigator.locks ? await ask()
      : await navigator.locks.request(at, { ifAvailable: true }, (lock) => (lock ? ask() : {}));
    if (code === 412) bothTexts(body.theirs_url);
    if (code !== 200) return;
    if (touched) {
      say("Words from before are kept now.", "restored", { href: body.url, textContent: "Open them" });
      return;
    }
    history.replaceState(history.state, "", `${body.url}#put-back`);
    location.reload();
  }

  function begin() {
    if (location.hash === "#put-back") {
      history.replaceState(history.state, "", location.pathname + location.search);
      say("We put back what you had written.", "restored");
    }
    restore().catch(() => {});
  }

  // ---- when ----
  function changed(event) {
    const now = JSON.stringify(fields());
    if (form.inert || event.target.type === "file" || now === last) return;
    last = now;
    touched = dirty = true;
    keepHere();
    later();
  }
  ["input", "change", "cura:row", "rows:changed"].forEach((kind) => form.addEventListener(kind, changed));
  addEventListener("online", () => send());
  addEventListener("focus", () => { if (["signedout", "other"].includes(state)) comeBack(); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) send({ leaving: true }); });
  addEventListener("pagehide", () => send({ leaving: true }));
  addEventListener("beforeunload", (event) => { if (dirty && !keepable) event.preventDefault(); });
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  setInterval(() => {
    if (["signedout", "other"].includes(state)) comeBack();
    else send();
  }, AGAIN);
  hold();
})();
