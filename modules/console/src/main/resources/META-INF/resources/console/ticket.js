import { ask, byId, define, fail, time } from "./site.js";

const STATES = { OPEN: "处理中 open", RESOLVED: "已办结 resolved" };

async function show() {
  const secret = location.pathname.split("/").pop();
  const ticket = await ask("/api/complaints/tickets/" + encodeURIComponent(secret));
  const list = byId("ticket");
  define(list, "受理编号", "ticket", ticket.ticket);
  define(list, "状态", "state", STATES[ticket.state] + (ticket.overdue ? "（已超期 overdue）" : ""));
  define(list, "涉及内容", "work", ticket.work);
  define(list, "理由", "reason", ticket.reason);
  define(list, "提交时间", "filed", time(ticket.filedAt));
  define(list, "反馈期限", "result due", `${time(ticket.due)}，${ticket.limitWorkingDays} 个工作日 working days`);
  if (ticket.result !== null && ticket.result !== undefined) {
    define(list, "办结时间", "resolved", time(ticket.resolvedAt));
    define(list, "结论", "decision", ticket.upheld ? "投诉属实 upheld" : "投诉不成立 not upheld");
    define(list, "下架", "taken down", ticket.takedown ? "是 yes" : "否 no");
    byId("text").textContent = ticket.result;
    byId("result").hidden = false;
  }
}

show().catch(fail);
