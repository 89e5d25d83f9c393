// How far a person is proven, in words; shared by the pages about identity.
import { badge, both, element, when, words } from "./site.js";

const METHODS = {
  ID_DOCUMENT: ["身份证件", "identity document"],
  MOBILE: ["手机号码", "mobile number"],
  NATIONAL_IDENTITY: ["国家网络身份认证", "national network identity"],
  ORGANIZATION: ["机构", "organisation"],
};

/** One line for each confirmation: the way, whether it counts, until when. */
export function proofs(me) {
  return me.proofs.map((proof) => {
    const item = element("li");
    const state = proof.inForce ? badge("good", "有效", "counts") : badge("wait", "已失效", "no longer counts");
    const until = both("span", proof.inForce ? "，有效期至 " : "，原有效期至 ", proof.inForce ? ", until " : ", counted until ");
    item.append(...words(...(METHODS[proof.method] || [proof.method])), " ", state, until, when(proof.validUntil));
    return item;
  });
}

/** Kind of panel, title and explanation in both languages. */
export function standing(me) {
  if (me.state === "ERASED") {
    return ["wait", "个人信息已删除", "Your data were erased", "这个账号不能再核验身份。", "This account cannot be verified again."];
  }
  if (me.state === "STORAGE_ONLY") {
    return ["wait", "已删除，仅依法存储", "Erased; in storage only", "因法律要求，这些信息在一段时间内只能存储，不作任何其他使用；期满即销毁。", "A legal duty keeps the data for a time. They are stored, put to no other use, and destroyed when that ends."];
  }
  if (me.hold) {
    return me.hold.cause === "REVOKED"
      ? ["bad", "核验已被暂停", "Your verification is on hold", "工作人员暂停了核验，只有工作人员可以恢复。如有异议，请通过投诉举报联系我们。", "An officer put it on hold, and only an officer ends that. If you disagree, use the complaint page."]
      : ["bad", "核验暂停生效", "Nothing counts for now", "有人可能在使用您的账号。请在下面再次核验同一身份，恢复生效。", "Somebody else may be using your account. Verify the same identity again below, and it counts again."];
  }
  if (me.standing.assurance !== "NONE") {
    return ["good", "您的身份已核验", "You are verified", minor(me)[0], minor(me)[1]];
  }
  return me.proofs.length > 0
    ? ["bad", "核验已失效", "Your verification has ended", "请重新核验，之后才能生成或者发布内容。", "Verify yourself again before you generate or publish."]
    : ["wait", "尚未核验", "Not verified yet", "核验之前可以浏览和投诉，但不能生成或者发布内容。", "Until then you can look and complain, but neither generate nor publish."];
}

function minor(me) {
  return me.standing.minor ? ["您未满十八周岁，以未成年人模式提供服务。", "You are under 18 and are served in minors' mode."] : ["可以使用全部功能。", "All features are open to you."];
}
