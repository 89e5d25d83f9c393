import { ask, badge, button, byId, define, fail, keep, once, send, when } from "./site.js";
import { offerMore, say, showMine } from "./mine.js";

function actions(consent, node, place) {
  const path = "/api/consent/consents/" + encodeURIComponent(consent.consent);
  const withdraw = button("撤回同意", "Withdraw my consent", () =>
    once(withdraw, place, async () => {
      await send(path + "/withdrawal", "POST");
      await showMine("DEPICTED", actions);
      say(byId("done"), "同意已撤回，立即生效。", "The consent is withdrawn, at once.");
    }),
  );
  withdraw.className = "grave";
  const receipt = button("下载回执", "Download the receipt", () =>
    once(receipt, place, async () => {
      keep(`consent-receipt-${consent.consent}.jws`, "application/jose", (await ask(path + "/receipt")).receipt);
    }),
  );
  receipt.className = "quiet";
  if (consent.state === "ACTIVE") return [receipt, withdraw];
  return consent.state === "WITHDRAWN" ? [receipt] : [];
}

async function showChildren() {
  const given = await ask("/api/identity/guardianships");
  byId("guardianships").hidden = given.length === 0;
  byId("children").replaceChildren(...given.map(child));
}

function child(given) {
  const node = document.createElement("article");
  node.className = "ticket";
  const list = document.createElement("dl");
  define(list, "状态", "state", given.withdrawnAt ? badge("bad", "已撤回", "withdrawn") : badge("good", "有效", "in force"));
  define(list, "同意时间", "given", when(given.consentedAt));
  define(list, "撤回时间", "withdrawn", when(given.withdrawnAt));
  const place = document.createElement("p");
  Object.assign(place, { className: "error", role: "alert", hidden: true });
  node.append(list, place);
  if (given.withdrawnAt) return node;
  const back = button("撤回：孩子的核验随即失效", "Take it back: the child is no longer verified", () =>
    once(back, place, async () => {
      await ask("/api/identity/guardianships/" + encodeURIComponent(given.id), { method: "DELETE" });
      await showChildren();
    }),
  );
  back.className = "grave";
  node.append(back);
  return node;
}

offerMore("DEPICTED", actions);
showMine("DEPICTED", actions).catch(fail);
showChildren().catch(fail);
