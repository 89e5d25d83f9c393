// What a consent covers and how it stands, in words; shared by the pages about consents.
import { badge, define, listed, named, element, when } from "./site.js";

export const MODALITIES = {
  FACE_IMAGE: ["图片中的人脸", "face in pictures"],
  FACE_VIDEO: ["视频中的人脸", "face in videos"],
  VOICE: ["声音", "voice"],
};

export const AUDIENCES = {
  PRIVATE: ["仅请求人本人可以看到", "only the person who asks may see it"],
  LIMITED: ["请求人选定的特定人员可以看到", "people whom the person who asks chooses may see it"],
  PUBLIC: ["向公众公开", "anybody may see it, in public"],
};

const STATES = {
  REQUESTED: ["wait", "等待答复", "waiting for an answer"],
  ACTIVE: ["good", "已同意，有效", "given, in force"],
  REFUSED: ["bad", "已拒绝", "refused"],
  WITHDRAWN: ["bad", "已撤回", "withdrawn"],
  LAPSED: ["wait", "已到期", "lapsed"],
};

export function stateBadge(state) {
  return badge(...(STATES[state] || ["wait", state]));
}

/** Rows that say exactly what is asked for. */
export function describe(list, asked) {
  define(list, "编辑什么", "what is edited", listed((asked.modalities || []).map((one) => named(MODALITIES, one))));
  define(list, "用来做什么", "what for", asked.purpose);
  define(list, "用哪些模型", "with which models", listed((asked.models || []).map((one) => element("span", one))));
  define(list, "谁能看到", "who may see it", named(AUDIENCES, asked.audience));
  define(list, "最长有效期", "at the longest until", when(asked.validUntil));
}
