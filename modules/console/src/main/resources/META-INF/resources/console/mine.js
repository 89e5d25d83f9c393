// The consents in which the person who is logged in is one of the two sides; the newest first, page by page.
import { ask, both, byId, define, element, once, when, words } from "./site.js";
import { describe, stateBadge } from "./scope.js";

const PAGE = 100;
let last = null;

/** Shows those of one role; `actions` gives each card what can be done with it. */
export async function showMine(role, actions) {
  last = null;
  const found = await next();
  byId("list").replaceChildren();
  append(found, role, actions);
}

/** Earlier ones, on demand. */
export function offerMore(role, actions) {
  byId("more").addEventListener("click", (event) =>
    once(event.currentTarget, byId("error"), async () => append(await next(), role, actions)),
  );
}

async function next() {
  return ask("/api/consent/mine" + (last === null ? "" : "?before=" + encodeURIComponent(last)));
}

function append(found, role, actions) {
  byId("list").append(...found.filter((one) => one.role === role).map((one) => card(one, actions)));
  byId("none").hidden = byId("list").childElementCount > 0;
  byId("more").hidden = found.length < PAGE;
  if (found.length > 0) last = found[found.length - 1].consent;
}

function card(consent, actions) {
  const node = document.createElement("article");
  node.className = "ticket";
  const title = element("h3", consent.purpose);
  const state = document.createElement("p");
  state.append(stateBadge(consent.state));
  const folded = document.createElement("details");
  const list = document.createElement("dl");
  folded.append(both("summary", "详细内容", "details"), list);
  describe(list, consent);
  define(list, "请求时间", "asked for", when(consent.requestedAt));
  if (consent.state !== "REQUESTED") define(list, "状态自", "so since", when(consent.since));
  define(list, "编号", "number", consent.consent);
  const place = element("p");
  place.className = "error";
  place.role = "alert";
  place.hidden = true;
  const row = document.createElement("div");
  row.className = "buttons";
  row.append(...actions(consent, node, place));
  node.append(title, state, folded, row, place);
  return node;
}

/** Says something that happened, where a screen reader hears it. */
export function say(node, zh, en) {
  node.replaceChildren(...words(zh, en));
}
