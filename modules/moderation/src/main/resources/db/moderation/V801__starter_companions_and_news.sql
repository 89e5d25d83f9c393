-- What companions' models are not left alone with, and what is asked for in the form of news, as one more version of the
-- library. It shows the form and is no complete list: the operator adds to it by proposal and approval.
with added (rule_id, category, term, kind, action, reason) as (values
    ('S-069', 'A.4-1', '自杀', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-070', 'A.4-1', '自残', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-071', 'A.4-1', '割腕', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-072', 'A.4-1', '轻生', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-073', 'A.4-1', '遗书', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-074', 'A.4-1', '不想活了', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-075', 'A.4-1', '活不下去', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-076', 'A.4-1', '撑不下去了', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-077', 'A.4-1', '我想死', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-078', 'A.4-1', '想去死', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-079', 'A.4-1', '结束生命', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-080', 'A.4-1', '结束自己的生命', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-081', 'A.4-1', 'kill myself', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-082', 'A.4-1', 'suicide', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-083', 'A.4-1', 'suicidal', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-084', 'A.4-1', 'end my life', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-085', 'A.4-1', 'want to die', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-086', 'A.4-1', 'hurt myself', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-087', 'A.4-1', 'harm myself', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-088', 'A.4-1', 'cut myself', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-089', 'A.4-1', 'no reason to live', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-090', 'A.4-1', 'better off dead', 'TERM', 'HAND_OVER', 'may be in danger'),
    ('S-091', 'A.4-1', '我想死你', 'EXEMPTION', 'BLOCK', 'says that somebody is missed'),
    ('S-092', 'A.1-7', '写新闻', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-093', 'A.1-7', '写一篇新闻', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-094', 'A.1-7', '写一则新闻', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-095', 'A.1-7', '写一条新闻', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-096', 'A.1-7', '写个新闻', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-097', 'A.1-7', '生成新闻', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-098', 'A.1-7', '新闻报道', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-099', 'A.1-7', '新闻稿', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-100', 'A.1-7', '新闻播报', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-101', 'A.1-7', '突发新闻', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-102', 'A.1-7', 'news report', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-103', 'A.1-7', 'news article', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-104', 'A.1-7', 'news bulletin', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-105', 'A.1-7', 'news broadcast', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-106', 'A.1-7', 'news story', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news'),
    ('S-107', 'A.1-7', 'breaking news', 'TERM', 'REVIEW_RESULT', 'asks for something in the form of news')
)
insert into entry (rule_id, category, term, kind, action, audience, pinyin, reason, source, proposer, approver, since_version)
select rule_id, category, term, kind, action, 'EVERYBODY', false, reason, 'starter', 'mingshi-starter', 'mingshi-system',
       (select version + 1 from library)
from added
where not exists (
    select 1 from entry listed
    where listed.retired_version is null and listed.kind = added.kind and listed.audience = 'EVERYBODY'
      and listed.term = added.term);

update library set version = version + 1, published_at = now(), hash = (
    select encode(sha256(convert_to(string_agg(
            rule_id || E'\t' || category || E'\t' || term
                || case when kind = 'TERM' and action = 'BLOCK' and audience = 'EVERYBODY' and not pinyin
                        and meaning is null and threshold is null then ''
                   else E'\t' || kind || E'\t' || action || E'\t' || audience || E'\t' || pinyin::text || E'\t'
                       || coalesce(meaning, '') || E'\t'
                       || coalesce(case when threshold = 1 then '1.0' else threshold::text end, '') end
                || E'\n',
            '' order by rule_id collate "C"), 'UTF8')), 'hex')
    from entry where retired_version is null);

insert into library_version (version, hash, action, rule_id, proposer, approver, published_at)
select version, hash, 'BATCH', 'S', 'mingshi-starter', 'mingshi-system', published_at
from library;
