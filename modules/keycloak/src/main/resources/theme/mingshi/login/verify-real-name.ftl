<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("verify.title")}<#elseif section = "form">
  <p>${msg("verify.why")}</p>
  <form id="verify-real-name" action="${url.loginAction}" method="post" autocomplete="off">
    <p class="field">
      <label for="name">${msg("verify.name")}</label>
      <span class="hint" id="name-hint">${msg("verify.name.hint")}</span>
      <input id="name" name="name" type="text" value="${typed.name!''}" maxlength="100" autocomplete="name" required aria-describedby="name-hint"<#if wrong == "name"> aria-invalid="true" autofocus</#if>>
    </p>
    <p class="field">
      <label for="number">${msg("verify.number")}</label>
      <span class="hint" id="number-hint">${msg("verify.number.hint")}</span>
      <input id="number" name="number" type="text" value="${typed.number!''}" maxlength="40" autocapitalize="characters" spellcheck="false" required aria-describedby="number-hint"<#if wrong == "number"> aria-invalid="true" autofocus</#if>>
    </p>
    <#if wrong == "birthDate" || typed.birthDate??>
    <p class="field">
      <label for="birthDate">${msg("verify.birthDate")}</label>
      <input id="birthDate" name="birthDate" type="date" value="${typed.birthDate!''}" autocomplete="bday"<#if wrong == "birthDate"> aria-invalid="true" autofocus</#if>>
    </p>
    </#if>
    <section class="notice" aria-labelledby="notice">
      <h2 id="notice">${msg("verify.notice")}</h2>
      <ul>
        <li>${msg("verify.notice.what")}</li>
        <li>${msg("verify.notice.whom")}</li>
        <li>${msg("verify.notice.kept")}</li>
        <li>${msg("verify.notice.rights")}</li>
      </ul>
    </section>
    <p class="deeds">
      <button name="verify" value="now" type="submit">${msg("verify.now")}</button>
      <#if mayBePutOff><button class="second" name="later" value="yes" type="submit" formnovalidate>${msg("verify.later")}</button></#if>
    </p>
    <p class="hint"><#if mayBePutOff>${msg("verify.later.means")}<#else>${msg("verify.refused.means")}</#if></p>
  </form>
  </#if>
</@layout.registrationLayout>
