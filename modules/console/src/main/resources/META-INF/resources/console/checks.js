import { ask, byId, define, fail, once, send, when, words } from "./site.js";

const CAUSES = {
  ATTEMPTS_USED_UP: ["口令输错次数用完", "The words were typed wrongly too often", "请通过其他途径确认打开链接的是其本人，例如按登记的联系方式回访。", "Make sure in another way that it is the person who opened the link, for instance by calling back."],
  POSSESSION: ["是不是本人", "Whether it is that person", "对方会告知核对编号：编号一致的，请核对其证件原件和本人。对方没有提供此编号的，不要确认。", "They tell you the number of the check. If it is the same, compare the original document with the person. Confirm nothing to somebody who does not know the number."],
  GUARDIANSHIP: ["监护关系", "A guardianship", "请查验证明监护关系的材料，例如户口簿或者出生医学证明。", "See a document that shows the guardianship, such as the household register or the birth certificate."],
};

function card(check) {
  const node = byId("item").content.cloneNode(true).firstElementChild;
  const [zhTitle, enTitle, zhTask, enTask] = CAUSES[check.cause];
  node.querySelector("h2").append(...words(zhTitle, enTitle));
  node.querySelector(".task").append(...words(zhTask, enTask));
  const list = node.querySelector("dl");
  define(list, "核对编号", "number of the check", check.id);
  define(list, "自", "since", when(check.openedAt));
  define(list, "同意请求的编号", "number of the request", check.consent);
  define(list, "被编辑的人（代号）", "the person (pseudonym)", check.depicted);
  define(list, "监护人（代号）", "the guardian (pseudonym)", check.guardian);
  const form = node.querySelector("form");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const confirmed = event.submitter.value === "true";
    once(form, form.querySelector(".error"), async () => {
      await send(`/api/consent/manual-checks/${encodeURIComponent(check.id)}/decision`, "POST", { confirmed, reason: form.elements.reason.value.trim() });
      await show();
    });
  });
  return node;
}

async function show() {
  const waiting = await ask("/api/consent/manual-checks");
  byId("summary").replaceChildren(...words(`待核实：${waiting.length}`, `Waiting: ${waiting.length}`));
  byId("queue").replaceChildren(...waiting.map(card));
}

show().catch(fail);
