/*
 * Copyright the Keycloak MSP MFA authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * For convenience only: every page works without it. No inline code, no storage and no requests of its own.
 */

const ROOT = document.querySelector(".msp-mfa");
const FORM = document.getElementById("msp-mfa-form");
const BUSY_MS = 15000;

const byId = (id) => document.getElementById(id);
const each = (selector, action) => ROOT.querySelectorAll(selector).forEach(action);
const fill = (text, value) => text.replace("{0}", value);

function clock(seconds) {
  const pad = (number) => String(number).padStart(2, "0");
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
}

function announce(text) {
  byId("msp-mfa-announce").textContent = text;
}

/*
 * Calls onTick(seconds left) about once a second, and onEnd once. The end is fixed when the page is parsed, so a tab that
 * slept or was throttled is correct again at its next tick.
 */
function countDown(seconds, onTick, onEnd) {
  const end = Date.now() + seconds * 1000;
  let timer;
  let over = false;
  const tick = () => {
    if (over) {
      return;
    }
    clearTimeout(timer);
    const left = end - Date.now();
    onTick(Math.max(0, Math.ceil(left / 1000)));
    if (left <= 0) {
      over = true;
      document.removeEventListener("visibilitychange", tick);
      onEnd();
    } else {
      timer = setTimeout(tick, left % 1000 || 1000);
    }
  };
  document.addEventListener("visibilitychange", tick);
  tick();
}

/* The time until the QR code expires; the page then moves on. */
function startTimer(box) {
  const number = byId("msp-mfa-timer");
  const bar = box.querySelector("progress");
  const say = [60, 30, 10];
  // At least a second, so that a page that comes back expired does not reload in a tight loop.
  let last = Math.max(1, Number(box.dataset.seconds));
  countDown(
    last,
    (left) => {
      number.textContent = clock(left);
      bar.value = left;
      const due = say.find((moment) => left <= moment && last > moment);
      if (due && left > 0) {
        announce(fill(box.dataset.say, left));
      }
      last = left;
    },
    () => location.replace(box.dataset.url),
  );
}

/* After too many wrong codes. */
function startWait(box) {
  const number = byId("msp-mfa-wait");
  countDown(
    Number(box.dataset.seconds),
    (left) => {
      number.textContent = clock(left);
    },
    () => {
      box.hidden = true;
      announce(box.dataset.over);
      const over = document.createElement("p");
      over.className = "msp-mfa-ready";
      over.textContent = box.dataset.over;
      box.after(over);
    },
  );
}

/* When another code may be asked for. */
function startRetry(hint) {
  countDown(
    Number(hint.dataset.seconds),
    (left) => {
      hint.textContent = left === 1 ? hint.dataset.one : fill(hint.dataset.text, left);
    },
    () => {
      hint.textContent = hint.dataset.over;
      announce(hint.dataset.over);
    },
  );
}

/* When the app will show its next code; once the first code has been typed, says when that has happened. */
function startNextCode(hint) {
  const first = byId("otp1");
  const period = Number(hint.dataset.period) * 1000;
  const start = Date.now() + Number(hint.dataset.seconds) * 1000 - period;
  let typedIn = null;
  const step = () => Math.floor((Date.now() - start) / period);
  const show = () => {
    const ready = typedIn !== null && step() > typedIn;
    const left = Math.max(1, Math.ceil((period - ((Date.now() - start) % period)) / 1000));
    const text = ready ? hint.dataset.now : left === 1 ? hint.dataset.one : fill(hint.dataset.text, left);
    if (ready && !hint.classList.contains("msp-mfa-ready")) {
      announce(text);
    }
    hint.classList.toggle("msp-mfa-ready", ready);
    hint.textContent = text;
  };
  first.addEventListener("input", () => {
    typedIn = complete(first) ? step() : null;
    show();
  });
  setInterval(show, 1000);
  show();
}

/* The key stays hidden until the QR code (or the line below it) is pressed. */
function startReveal(button) {
  const details = byId("msp-mfa-key-details");
  const show = () => {
    byId("msp-mfa-key").hidden = !details.open;
    button.setAttribute("aria-expanded", String(details.open));
  };
  button.disabled = false;
  button.addEventListener("click", () => {
    details.open = !details.open;
    show();
  });
  details.addEventListener("toggle", show);
  show();
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/* The clipboard API is missing where the page is not served securely. */
function copyBySelection(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "msp-mfa-sr";
  ROOT.append(area);
  const focused = document.activeElement;
  area.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    done = false;
  }
  area.remove();
  focused?.focus();
  return done;
}

function startCopy(button, text) {
  const label = button.querySelector("[data-msp-mfa-tool-text]");
  const name = label.textContent;
  let timer;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copy(text());
    announce("");
    announce(done ? ROOT.dataset.copied : ROOT.dataset.copyFailed);
    label.textContent = done ? ROOT.dataset.copied : ROOT.dataset.copyFailed;
    clearTimeout(timer);
    timer = setTimeout(() => {
      label.textContent = name;
    }, 3000);
  });
}

/* Fields */

const digitsOf = (input) => input.value.replace(/\D/g, "");
const complete = (input) => digitsOf(input).length === Number(input.dataset.mspMfaDigits);

/* Keeps the caret after the same number of characters of the code. */
function rewrite(input, value, keep) {
  if (value === input.value) {
    return;
  }
  const before = input.value.slice(0, input.selectionStart).replace(keep, "").length;
  input.value = value;
  let caret = 0;
  for (let seen = 0; caret < value.length && seen < before; caret++) {
    seen += value[caret].replace(keep, "").length;
  }
  if (before === value.replace(keep, "").length) {
    caret = value.length;
  }
  input.setSelectionRange(caret, caret);
}

function startDigits(input) {
  input.addEventListener("input", (event) => {
    if (event.isComposing) {
      return;
    }
    rewrite(input, digitsOf(input).slice(0, Number(input.dataset.mspMfaDigits)), /\D/g);
  });
}

/* Groups of five, as printed. Anything but letters and digits is a separator; the server decides which letters are valid. */
function startBackupCode(input) {
  input.addEventListener("input", (event) => {
    if (event.isComposing || !/^[0-9a-z\s–—-]*$/i.test(input.value)) {
      return;
    }
    const symbols = input.value.replace(/[^0-9a-z]/gi, "").toUpperCase();
    if (symbols.length <= 15) {
      rewrite(input, symbols.match(/.{1,5}/g)?.join("-") ?? "", /[^0-9a-z]/gi);
    }
  });
}

function showError(input, text) {
  const error = byId(`${input.id}-error`);
  const described = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== error.id);
  error.replaceChildren(text);
  error.hidden = !text;
  input.closest(".msp-mfa-field").classList.toggle("msp-mfa-field-invalid", Boolean(text));
  if (text) {
    input.setAttribute("aria-invalid", "true");
    described.push(error.id);
  } else {
    input.removeAttribute("aria-invalid");
  }
  if (described.length) {
    input.setAttribute("aria-describedby", described.join(" "));
  } else {
    input.removeAttribute("aria-describedby");
  }
}

/* Says at the field what is missing, in the page's language, instead of in the browser's own bubble. */
function firstMissing() {
  let first = null;
  for (const input of FORM.querySelectorAll("[data-msp-mfa-missing]")) {
    const missing = input.type === "checkbox" ? !input.checked : !input.value.trim();
    if (missing) {
      showError(input, input.dataset.mspMfaMissing);
      first ??= input;
    }
  }
  return first;
}

function startForm() {
  let busy = false;
  FORM.noValidate = true;
  FORM.querySelectorAll("[data-msp-mfa-missing]").forEach((input) =>
    input.addEventListener(input.type === "checkbox" ? "change" : "input", () => {
      if (input.getAttribute("aria-invalid") === "true") {
        showError(input, "");
      }
    }),
  );
  const setBusy = (value) => {
    busy = value;
    FORM.setAttribute("aria-busy", String(value));
    FORM.querySelectorAll("button[type=submit]").forEach((button) => {
      if (value) {
        button.setAttribute("aria-disabled", "true");
      } else {
        button.removeAttribute("aria-disabled");
      }
    });
  };
  FORM.addEventListener("submit", (event) => {
    const missing = busy || event.submitter?.formNoValidate ? null : firstMissing();
    if (busy || missing) {
      event.preventDefault();
      missing?.focus();
      return;
    }
    setBusy(true);
    // If the connection is lost, the page must remain usable.
    setTimeout(() => setBusy(false), BUSY_MS);
  });
}

/* Submits a complete code automatically, once per page, and not while codes are refused anyway. Waits a moment, so that
   users see the last digit, and so that anyone who presses Enter out of habit still does so on this page. */
const AUTO_SUBMIT_MILLIS = 400;

function startAutoSubmit(input) {
  let armed = true;
  input.addEventListener("input", (event) => {
    const wait = ROOT.querySelector("[data-msp-mfa-wait]");
    if (!armed || event.isComposing || (wait && !wait.hidden) || !complete(input)) {
      return;
    }
    armed = false;
    setTimeout(() => {
      armed = !complete(input);
      if (!armed) {
        FORM.requestSubmit(FORM.querySelector("button[type=submit]"));
      }
    }, AUTO_SUBMIT_MILLIS);
  });
}

function start() {
  each("[data-msp-mfa-timer]", startTimer);
  each("[data-msp-mfa-wait]", startWait);
  each("[data-msp-mfa-digits]", startDigits);
  each("[data-msp-mfa-backup]", startBackupCode);
  each("[data-msp-mfa-next]", startNextCode);
  each("[data-msp-mfa-retry]", startRetry);
  each("#msp-mfa-reveal", startReveal);
  each("#msp-mfa-copy-key", (button) => startCopy(button, () => byId("msp-mfa-key").textContent.replace(/\s/g, "")));
  each("#msp-mfa-copy", (button) =>
    startCopy(button, () => Array.from(ROOT.querySelectorAll("#msp-mfa-codes li"), (code) => code.textContent.trim()).join("\n")),
  );
  each("#msp-mfa-print", (button) => {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  });
  if (FORM) {
    startForm();
  }
  each("form[data-msp-mfa-form=challenge] [data-msp-mfa-digits]", startAutoSubmit);
}

/* A page kept by the browser for "back" shows an old clock and may show a form that was already sent: ask the server again. */
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    const url = ROOT?.querySelector("[data-msp-mfa-timer]")?.dataset.url;
    if (url) {
      location.replace(url);
    } else {
      location.reload();
    }
  }
});

if (ROOT) {
  start();
}
