import { ask, byId, define, element, fail, keep, named, once, when, words } from "./site.js";
import { proofs, standing } from "./proofs.js";

const DOCUMENTS = {
  RESIDENT_ID: ["居民身份证", "resident identity card"],
  PERMIT: ["港澳台居民居住证或通行证", "permit of a Hong Kong, Macau or Taiwan resident"],
  FOREIGN_RESIDENT: ["外国人永久居留身份证", "foreign permanent resident card"],
};

async function show() {
  const me = await ask("/api/identity/me");
  const [kind, zhTitle, enTitle, zh, en] = standing(me);
  byId("state").className = "panel " + kind;
  byId("standing").replaceChildren(...words(zhTitle, enTitle));
  byId("explained").replaceChildren(...words(zh, en));
  showKept(me.personalData || {}, me.organization || {});
  byId("nothing").hidden = Boolean(me.personalData || me.organization);
  byId("proofs").replaceChildren(...proofs(me));
  byId("erase").hidden = me.state !== "PROVEN";
  byId("erase-title").hidden = me.state !== "PROVEN";
}

function showKept(data, organization) {
  const list = byId("kept");
  list.replaceChildren();
  define(list, "姓名", "name", data.name);
  define(list, "证件", "document", data.document && named(DOCUMENTS, data.document));
  define(list, "号码", "number", data.number);
  define(list, "手机号码", "mobile", data.mobile);
  define(list, "机构", "organisation", organization.name);
  define(list, "统一社会信用代码", "unified social credit code", organization.creditCode);
}

/** When officers saw who this person is; told late, so that no case in progress is given away. */
async function showDisclosures() {
  const told = await ask("/api/identity/me/disclosures");
  const days = told.toldAfterDays;
  byId("disclosed").replaceChildren(
    ...(told.disclosures.length === 0
      ? words(`没有查看记录可以告知。每次查看在 ${days} 天之后列在这里。`, `There is nothing to tell. Each time is listed here ${days} days later.`)
      : words(`以下时间有人查看过（每次查看在 ${days} 天之后列出）：`, `It was shown at these times; each is listed ${days} days later:`)),
  );
  byId("disclosures").replaceChildren(
    ...told.disclosures.map((one) => {
      const item = element("li");
      item.append(when(one.shownAt));
      return item;
    }),
  );
}

byId("copy").addEventListener("click", (event) =>
  once(event.currentTarget, byId("copy-error"), async () => {
    keep("identity.json", "application/json", JSON.stringify(await ask("/api/identity/me/copy"), null, 2));
  }),
);

byId("erase").addEventListener("submit", (event) => {
  event.preventDefault();
  once(event.target, byId("erase-error"), async () => {
    await ask("/api/identity/me", { method: "DELETE" });
    await show();
    byId("standing").focus();
  });
});

show().catch(fail);
showDisclosures().catch(fail);
