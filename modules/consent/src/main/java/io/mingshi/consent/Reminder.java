package io.mingshi.consent;

import java.time.Instant;

/// A prompt to inform the depicted person, as it was shown to a requester.
///
/// [DSP-14](http://www.cac.gov.cn/2022-12/11/c_1672221949354811.htm)
public record Reminder(String text, Instant shownAt) {
    static final String TEXT = "您正在请求编辑他人的人脸或者声音：请告知被编辑的个人，并取得其单独同意；"
            + "请将此链接发送给本人，由本人核验身份后作出决定。"
            + " You ask to edit somebody's face or voice: inform that person and obtain their separate consent;"
            + " send them this link, so that they themselves decide after verifying their identity.";
}
