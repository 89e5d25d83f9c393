-- Whether a person consented to something is one look-up, however many consents there are.
create index consent_answered on consent (depicted, requester, md5(purpose), id desc) where granted;
