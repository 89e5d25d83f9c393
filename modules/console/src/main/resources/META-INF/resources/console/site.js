// What every page needs: asking the API, showing text, and the filing numbers at the foot.

/** Asks the API of the same origin; a refusal becomes an Error with the sentence of the problem. */
export async function ask(path, options = {}) {
  const response = await reach(path, options);
  const text = await response.text();
  const body = text === "" ? null : parse(text);
  if (!response.ok) {
    const error = new Error((body && (body.detail || body.title)) || `HTTP ${response.status}`);
    error.code = body && body.code;
    error.status = response.status;
    throw error;
  }
  return body;
}

async function reach(path, options) {
  try {
    return await fetch(path, { credentials: "same-origin", ...options });
  } catch {
    const error = new Error("No answer came: check your connection, then try again. Nothing was lost.");
    error.zh = "没有收到答复：请检查网络后再试一次，已填写的内容不会丢失。";
    throw error;
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Sends JSON. */
export function send(path, method, value, headers = {}) {
  return ask(path, { method, headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(value) });
}

/** An element with text; never HTML. */
export function element(name, text = "", language = "") {
  const node = document.createElement(name);
  node.textContent = text;
  if (language) node.lang = language;
  return node;
}

/** An element that says the same in Chinese and in English; the style sheet shows the chosen one. */
export function both(name, zh, en) {
  const node = document.createElement(name);
  node.append(...words(zh, en));
  return node;
}

/** The two texts alone, to put into an element that exists. */
export function words(zh, en) {
  return en ? [element("span", zh, "zh-CN"), " ", element("span", en, "en")] : [element("span", zh, "zh-CN")];
}

/** Words for what a code means, or the code itself. */
export function named(meanings, code) {
  const meaning = meanings[code];
  return meaning ? both("span", meaning[0], meaning[1]) : element("span", code);
}

/** Several of them, one after the other. */
export function listed(nodes) {
  const list = document.createElement("span");
  nodes.forEach((node, at) => list.append(...(at === 0 ? [node] : [both("span", "、", ", "), node])));
  return list;
}

export function badge(kind, zh, en) {
  const node = both("span", zh, en);
  node.className = "badge " + kind;
  return node;
}

export function button(zh, en, deed) {
  const node = both("button", zh, en);
  node.type = "button";
  node.addEventListener("click", deed);
  return node;
}

/** A row of a definition list; nothing is shown for a value that is missing. */
export function define(list, zh, en, value) {
  if (value === null || value === undefined || value === "") return;
  list.append(both("dt", zh, en), value instanceof Node ? wrap(value) : element("dd", String(value)));
}

function wrap(node) {
  const dd = document.createElement("dd");
  dd.append(node);
  return dd;
}

export function time(instant) {
  return instant ? new Date(instant).toLocaleString("zh-CN", { timeZone: "Asia/Shanghai" }) + "（北京时间）" : "";
}

/** An instant to the minute, as each language writes it. */
export function when(instant) {
  if (!instant) return "";
  const said = (locale) =>
    new Date(instant).toLocaleString(locale, { timeZone: "Asia/Shanghai", dateStyle: "long", timeStyle: "short" });
  return both("span", said("zh-CN") + "（北京时间）", said("en-GB") + " (Beijing time)");
}

export function byId(id) {
  return document.getElementById(id);
}

/** Where a person goes who is told one of these. */
const REMEDIES = {
  NOT_LOGGED_IN: ["登录", "Log in", () => (location.pathname.startsWith("/consent/") ? location.pathname + "/account" : location.href)],
  NOT_VERIFIED: ["去核验身份", "Verify me", () => "/me/verification"],
};

/** Shows a failure where the page has room for it: what is wrong and what to do, in the reader's language. */
export async function fail(error, place = byId("error")) {
  const zh = error.zh || (error.code ? await meaning(error.code) : null) || error.message;
  place.hidden = false;
  place.replaceChildren(...words(zh, sentence(error.message)));
  if (error.code) {
    const link = element("a", error.code);
    link.href = "/problems/" + error.code;
    place.append(" ", link);
  }
  if (REMEDIES[error.code]) {
    const [zhWay, enWay, address] = REMEDIES[error.code];
    const way = both("a", zhWay, enWay);
    way.href = address();
    place.append(" ", way);
  }
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?。]$/.test(text) ? "" : ".");
}

async function meaning(code) {
  try {
    const response = await fetch(`/problems/${encodeURIComponent(code)}.json`);
    return response.ok ? (await response.json()).zh : null;
  } catch {
    return null;
  }
}

/** Runs a deed of a form or a button, once at a time; a failure is shown in place. */
export async function once(trigger, place, deed) {
  if (trigger.ariaBusy === "true") return;
  trigger.ariaBusy = "true";
  place.hidden = true;
  try {
    await deed();
  } catch (error) {
    await fail(error, place);
  } finally {
    trigger.ariaBusy = "false";
  }
}

/** Lets a person keep a text as a file. */
export function keep(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** The models that may be used, with their filing numbers; asked once per page. */
export const models = ask("/api/governance/models").then((answer) => (Array.isArray(answer) ? answer : answer.models));

async function showFilings() {
  const list = byId("filings");
  try {
    const found = await models;
    list.replaceChildren(...found.map((model) => element("li", `${model.model}：${model.filingNumber}`)));
    if (found.length === 0) list.replaceChildren(both("li", "目前没有可用模型", "no model may be used now"));
  } catch {
    list.replaceChildren(both("li", "暂时无法读取备案编号", "filing numbers cannot be read now"));
  }
}

showFilings();
