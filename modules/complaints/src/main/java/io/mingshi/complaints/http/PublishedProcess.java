package io.mingshi.complaints.http;

import io.mingshi.complaints.ResultLimit;
import java.util.Arrays;
import java.util.List;

/// The published process: where to complain, what happens, and within how many working days.
record PublishedProcess(List<Text> steps, List<Limit> limits, List<String> channels) {
    record Text(String zh, String en) {}

    record Limit(ResultLimit matter, int workingDays, String zh, String en) {}

    static PublishedProcess published(String publicUrl) {
        return new PublishedProcess(
                List.of(
                        new Text(
                                "任何人均可全天候提交投诉，无需登录：上传文件，或填写内容编号、链接，并说明理由。",
                                "Anybody may complain at any hour without login: give the file, its number or a link, and"
                                        + " say why."),
                        new Text(
                                "提交后立即得到受理编号、处理期限和仅本人可见的查询链接。",
                                "You get a ticket number, the date by which a result is due, and a private link to"
                                        + " follow it."),
                        new Text(
                                "工作人员核查内容的标识与记录，作出处理决定；情况属实的，内容下架。",
                                "An officer checks the labels and records of the work and decides; where the complaint"
                                        + " is right, the work is taken down."),
                        new Text(
                                "对限制、下架、账号处置等决定不服的，本人登录后可凭理由说明编号一步提交申诉。",
                                "Whoever a refusal, takedown or sanction concerns appeals after login with the number"
                                        + " of its statement of reasons, in one step."),
                        new Text("处理结果及理由在查询链接中向您反馈。", "The result and its reasons appear behind your link.")),
                Arrays.stream(ResultLimit.values()).map(PublishedProcess::limit).toList(),
                List.of(publicUrl + "/complaints", publicUrl + "/me/decisions"));
    }

    private static Limit limit(ResultLimit limit) {
        int days = limit.workingDays();
        return switch (limit) {
            case GENERAL ->
                new Limit(limit, days, "自受理次日起" + days + "个工作日内反馈结果", "result within " + days + " working days");
            case PERSONAL_INFORMATION ->
                new Limit(
                        limit,
                        days,
                        "涉及个人信息权益的，自受理次日起" + days + "个工作日内反馈结果",
                        "matters of personal information: result within " + days + " working days");
            case APPEAL ->
                new Limit(
                        limit,
                        days,
                        "对处理决定不服的申诉，由原决定人以外的人员处理，自受理次日起" + days + "个工作日内反馈结果",
                        "appeals against a decision, which somebody else than its decider handles: result within "
                                + days + " working days");
        };
    }
}
