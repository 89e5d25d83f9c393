import { ask, both, byId, fail, when } from "./site.js";

async function showProcess() {
  const process = await ask("/api/complaints/process");
  byId("limits").replaceChildren(...process.limits.map((limit) => both("li", limit.zh, limit.en)));
  byId("steps").replaceChildren(...process.steps.map((step) => both("li", step.zh, step.en)));
}

async function complain(form) {
  const fields = new FormData(form);
  for (const name of ["file", "produceId", "link", "contact"]) {
    const value = fields.get(name);
    if (value === "" || (value instanceof File && value.size === 0)) fields.delete(name);
  }
  const receipt = await ask("/api/complaints/tickets", { method: "POST", body: fields });
  byId("number").textContent = receipt.ticket;
  byId("due").replaceChildren(when(receipt.due));
  byId("work").replaceChildren(receipt.work || both("span", "未能识别，工作人员将核查", "not recognised; an officer will look"));
  byId("page").textContent = receipt.page;
  byId("page").href = "/complaints/" + receipt.secret;
  byId("receipt").hidden = false;
  form.hidden = true;
}

byId("complaint").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.target;
  const button = form.querySelector("button");
  byId("error").hidden = true;
  button.disabled = true;
  complain(form)
    .catch(fail)
    .finally(() => (button.disabled = false));
});

showProcess().catch(fail);
