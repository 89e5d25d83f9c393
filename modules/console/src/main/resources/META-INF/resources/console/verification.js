import { ask, byId, fail, once, send, words } from "./site.js";
import { proofs, standing } from "./proofs.js";
import { claim, nationalProof, offerWays } from "./ways.js";

const form = byId("verification");
const fields = form.elements;
const credential = fields.credential.closest("fieldset");

async function show() {
  const me = await ask("/api/identity/me");
  const [kind, zhTitle, enTitle, zh, en] = standing(me);
  byId("state").className = "panel " + kind;
  byId("standing").replaceChildren(...words(zhTitle, enTitle));
  byId("explained").replaceChildren(...words(zh, en));
  byId("proofs").replaceChildren(...proofs(me));
  form.hidden = me.state === "ERASED" || me.state === "STORAGE_ONLY";
  // whom the national service named without a name represents an organisation with a credential
  const unnamed = me.proofs.some((proof) => proof.method === "NATIONAL_IDENTITY");
  credential.dataset.for = unnamed ? "NATIONAL_IDENTITY ORGANIZATION" : "NATIONAL_IDENTITY";
  fields.method[0].dispatchEvent(new Event("change"));
}

offerWays(form, byId("form-error"), "/api/identity/mobile-codes", "/api/identity/national-challenges");

function request() {
  if (fields.method.value !== "ORGANIZATION") return claim(form);
  const organization = { method: "ORGANIZATION", name: fields.organization.value.trim(), creditCode: fields.creditCode.value.trim() };
  return credential.disabled ? organization : { ...organization, ...nationalProof(form) };
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  once(form, byId("form-error"), async () => {
    try {
      await send("/api/identity/verifications", "POST", request());
    } catch (error) {
      if (error.code === "UNDER_14") byId("guardian").open = true;
      throw error;
    }
    form.reset();
    await show();
    byId("standing").focus();
  });
});

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
