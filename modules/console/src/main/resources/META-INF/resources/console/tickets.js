import { ask, badge, both, byId, define, element, fail, listed, send, when, words } from "./site.js";

function card(waiting) {
  const node = byId("item").content.cloneNode(true).firstElementChild;
  const ticket = waiting.ticket;
  node.querySelector("h2").textContent = ticket.ticket;
  if (waiting.overdue) node.classList.add("overdue");
  const list = node.querySelector("dl");
  define(list, "期限", "due", listed([when(ticket.due), ...(waiting.overdue ? [badge("bad", "已超期", "overdue")] : [])]));
  define(list, "涉及内容", "work", ticket.work ? chainLink(ticket.work) : both("span", "未知", "unknown"));
  define(list, "识别依据", "found by", ticket.foundBy);
  define(list, "理由", "reason", ticket.reason);
  define(list, "链接", "link", waiting.link);
  define(list, "文件 SHA-256", "file", waiting.fileHash);
  define(list, "联系方式", "contact", waiting.contact);
  const form = node.querySelector("form");
  form.elements.takedown.disabled = !ticket.work;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    decide(ticket.ticket, form, node);
  });
  return node;
}

function chainLink(work) {
  const link = element("a", work);
  link.href = "/console/records?work=" + encodeURIComponent(work);
  return link;
}

async function decide(number, form, node) {
  const place = form.querySelector(".error");
  place.hidden = true;
  try {
    await send(`/api/complaints/queue/${encodeURIComponent(number)}/resolution`, "POST", {
      result: form.elements.result.value,
      upheld: form.elements.upheld.checked,
      takedown: form.elements.takedown.checked,
    });
    node.replaceWith(both("p", `${number} 已办结`, `${number} is resolved`));
  } catch (error) {
    fail(error, place);
  }
}

async function show() {
  const queue = await ask("/api/complaints/queue");
  byId("summary").replaceChildren(...words(`待处理 ${queue.tickets.length}，超期 ${queue.overdue}`, `${queue.tickets.length} open, ${queue.overdue} overdue`));
  byId("queue").replaceChildren(...queue.tickets.map(card));
}

show().catch(fail);
