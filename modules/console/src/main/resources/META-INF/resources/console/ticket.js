import { ask, badge, both, byId, define, fail, listed, named, when } from "./site.js";

const STATES = { OPEN: ["处理中", "open"], RESOLVED: ["已办结", "resolved"] };

async function show() {
  const secret = location.pathname.split("/").pop();
  const ticket = await ask("/api/complaints/tickets/" + encodeURIComponent(secret));
  const list = byId("ticket");
  define(list, "受理编号", "ticket", ticket.ticket);
  const late = ticket.overdue ? [badge("bad", "已超期", "overdue")] : [];
  define(list, "状态", "state", listed([named(STATES, ticket.state), ...late]));
  define(list, "涉及内容", "work", ticket.work);
  define(list, "理由", "reason", ticket.reason);
  define(list, "提交时间", "filed", when(ticket.filedAt));
  define(list, "反馈期限", "result due", listed([when(ticket.due), both("span", `${ticket.limitWorkingDays} 个工作日`, `${ticket.limitWorkingDays} working days`)]));
  if (ticket.result !== null && ticket.result !== undefined) {
    define(list, "办结时间", "resolved", when(ticket.resolvedAt));
    define(list, "结论", "decision", ticket.upheld ? both("span", "投诉属实", "upheld") : both("span", "投诉不成立", "not upheld"));
    define(list, "下架", "taken down", ticket.takedown ? both("span", "是", "yes") : both("span", "否", "no"));
    byId("text").textContent = ticket.result;
    byId("result").hidden = false;
  }
}

show().catch(fail);
