import { ask, both, byId, define, element, fail, send, time } from "./site.js";

const RESTRICTIONS = {
  REFUSAL: ["拒绝生成", "a generation was refused"],
  HOLD: ["等待人工审核", "held for review"],
  WITHHOLDING: ["不予提供", "withheld"],
  TAKEDOWN: ["下架", "taken down"],
  WARNING: ["警告", "warning"],
  RESTRICTION: ["限制发布", "publishing is restricted"],
  SUSPENSION: ["暂停使用", "the account is suspended"],
  CLOSURE: ["关闭账号", "the account is closed"],
};

const asked = new URLSearchParams(location.search).get("statement");

function card(statement, appeals) {
  const node = byId("statement").content.cloneNode(true).firstElementChild;
  const [zh, en] = RESTRICTIONS[statement.restriction];
  node.querySelector("h2").replaceChildren(both("span", zh, en));
  const list = node.querySelector("dl");
  define(list, "编号", "number", statement.statement);
  define(list, "内容", "work", statement.work);
  define(list, "事实", "facts", statement.facts);
  define(list, "依据", "ground", ground(statement.ground));
  define(list, "自动作出", "decided by a machine", statement.automated ? "是 yes" : "否 no");
  define(list, "时间", "at", time(statement.at));
  define(list, "至", "until", time(statement.until));
  const appeal = appeals.find((one) => one.appeal === statement.statement);
  if (appeal) {
    define(list, "申诉", "appeal", `${appeal.ticket} ${appeal.result || time(appeal.due)}`);
    if (!appeal.result) node.querySelector("details").remove();
  }
  const form = node.querySelector("form");
  if (statement.statement === asked) node.querySelector("details")?.setAttribute("open", "");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    file(statement.statement, form, node);
  });
  return node;
}

function ground(ground) {
  const link = element("a", `${ground.zh} ${ground.en} (${ground.article})`);
  link.href = ground.link;
  link.rel = "noreferrer";
  return link;
}

async function file(statement, form, node) {
  const place = form.querySelector(".error");
  place.hidden = true;
  try {
    const receipt = await send("/api/complaints/appeals", "POST", { statement, reason: form.elements.reason.value });
    node.querySelector("details").replaceWith(
      both("p", `已受理 ${receipt.ticket}，${time(receipt.due)}前反馈`, `taken, result by ${time(receipt.due)}`),
    );
  } catch (error) {
    fail(error, place);
  }
}

async function show() {
  const [mine, appeals] = await Promise.all([ask("/api/moderation/mine"), ask("/api/complaints/appeals")]);
  const standing = mine.standing.kind;
  byId("standing").replaceChildren(
    standing ? both("span", "账号状态：" + RESTRICTIONS[standing][0], RESTRICTIONS[standing][1]) : both("span", "账号正常", "good standing"),
  );
  const ordered = [...mine.statements].sort((one, other) => (other.statement === asked) - (one.statement === asked));
  byId("statements").replaceChildren(...ordered.map((statement) => card(statement, appeals)));
  if (ordered.length === 0) byId("statements").append(both("p", "没有针对您的决定", "none"));
}

show().catch(fail);
