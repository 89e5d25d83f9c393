import { byId, define, once, send, when, words } from "./site.js";

const MOST_BYTES = 60000;
const WORTH = {
  VALID: ["good", "有效", "Valid", "这份回执由本平台签发，没有被改动，同意现在有效。", "It was issued here, was not changed, and the consent holds."],
  WITHDRAWN: ["bad", "同意已被撤回", "The consent was withdrawn", "这份回执是真的，但本人后来撤回了同意：不得再据此进行编辑。", "The receipt is genuine, but the person took the consent back since: no edit may rest on it."],
  LAPSED: ["wait", "同意已到期", "The consent has lapsed", "这份回执是真的，但期限已过：不得再据此进行编辑。", "The receipt is genuine, but its period is over: no edit may rest on it."],
  FORGED: ["bad", "不是有效的回执", "Not a genuine receipt", "它不是由本平台签发的，或者被改动过，也可能没有复制完整：请不要依赖它。", "It was not issued here, or was changed, or not all of it was copied: do not rely on it."],
};

const form = byId("check");

function show(checked) {
  const [kind, zhTitle, enTitle, zh, en] = WORTH[checked.worth];
  byId("panel").className = "panel " + kind;
  byId("verdict").replaceChildren(...words(zhTitle, enTitle));
  byId("meaning").replaceChildren(...words(zh, en));
  const facts = byId("facts");
  facts.replaceChildren();
  define(facts, "同意的编号", "number of the consent", checked.consent);
  define(facts, checked.worth === "VALID" ? "同意的时间" : "自何时起", checked.worth === "VALID" ? "given" : "since", when(checked.since));
  byId("result").hidden = false;
  byId("verdict").focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  byId("result").hidden = true;
  once(form, byId("error"), async () => show(await send("/api/consent/receipts/check", "POST", { receipt: form.elements.receipt.value.trim() })));
});

byId("file").addEventListener("change", (event) => {
  const [file] = event.target.files;
  if (!file) return;
  once(form, byId("error"), async () => {
    if (file.size > MOST_BYTES) {
      const error = new Error("This file is too large for a receipt: choose the file that you downloaded after consenting.");
      error.zh = "这个文件太大，不会是回执：请选择同意之后下载的那个文件。";
      throw error;
    }
    form.elements.receipt.value = (await file.text()).trim();
  });
});
