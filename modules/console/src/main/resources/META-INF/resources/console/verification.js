import { ask, byId, fail, once, send, words } from "./site.js";
import { proofs, standing } from "./proofs.js";

const form = byId("verification");
const fields = form.elements;

async function show() {
  const me = await ask("/api/identity/me");
  const [kind, zhTitle, enTitle, zh, en] = standing(me);
  byId("state").className = "panel " + kind;
  byId("standing").replaceChildren(...words(zhTitle, enTitle));
  byId("explained").replaceChildren(...words(zh, en));
  byId("proofs").replaceChildren(...proofs(me));
  form.hidden = me.state === "ERASED" || me.state === "STORAGE_ONLY";
}

// Each way has its own fields; those of the others are neither shown nor sent.

function choose() {
  form.querySelectorAll("fieldset[data-for]").forEach((set) => {
    set.disabled = !set.dataset.for.split(" ").includes(fields.method.value);
  });
}

fields.method.forEach((radio) => radio.addEventListener("change", choose));
choose();

function claim() {
  const document = { name: fields.name.value.trim(), number: fields.number.value.trim(), birthDate: fields.birthDate.value || null };
  switch (fields.method.value) {
    case "MOBILE":
      return { method: "MOBILE", ...document, mobile: fields.mobile.value.trim(), code: fields.code.value.trim() };
    case "NATIONAL_IDENTITY":
      return { method: "NATIONAL_IDENTITY", credential: fields.credential.value.trim(), challenge: byId("challenge").value };
    case "ORGANIZATION":
      return { method: "ORGANIZATION", name: fields.organization.value.trim(), creditCode: fields.creditCode.value.trim() };
    default:
      return { method: "ID_DOCUMENT", ...document };
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  once(form, byId("form-error"), async () => {
    try {
      await send("/api/identity/verifications", "POST", claim());
    } catch (error) {
      if (error.code === "UNDER_14") byId("guardian").open = true;
      throw error;
    }
    form.reset();
    choose();
    byId("challenge").hidden = true;
    byId("code-sent").replaceChildren();
    await show();
    byId("standing").focus();
  });
});

byId("send-code").addEventListener("click", (event) =>
  once(event.currentTarget, byId("form-error"), async () => {
    if (!fields.mobile.reportValidity()) return;
    const sent = await send("/api/identity/mobile-codes", "POST", { mobile: fields.mobile.value.trim() });
    const minutes = Math.round(sent.validSeconds / 60);
    byId("code-sent").replaceChildren(...words(`验证码已发送，${minutes} 分钟内有效。没有收到？请核对号码后再发一次。`, `A code is on its way and counts for ${minutes} minutes. Nothing came? Check the number and send again.`));
    fields.code.focus();
  }),
);

byId("get-challenge").addEventListener("click", (event) =>
  once(event.currentTarget, byId("form-error"), async () => {
    const given = await send("/api/identity/national-challenges", "POST");
    byId("challenge").value = given.challenge;
    byId("challenge").hidden = false;
  }),
);

byId("ask-guardian").addEventListener("click", (event) =>
  once(event.currentTarget, byId("guardian-error"), async () => {
    const asked = await send("/api/identity/guardian-requests", "POST");
    byId("guardian-link").value = `${location.origin}/me/guardian/${asked.link}`;
    byId("guardian-link").hidden = false;
  }),
);

function safety(id, path, method) {
  byId(id).addEventListener("click", (event) =>
    once(event.currentTarget, byId("safety-error"), async () => {
      await ask(path, { method });
      await show();
      byId("standing").focus();
    }),
  );
}

safety("give-up-mobile", "/api/identity/me/mobile", "DELETE");
safety("report", "/api/identity/me/hold", "POST");
show().catch(fail);
