<#import "template.ftl" as layout>
<#macro field name type="text" hint=false more="">
    <p class="field">
      <label for="${name}">${msg("verify." + name)}</label>
      <#if hint><span class="hint" id="${name}-hint">${msg("verify." + name + ".hint")}</span></#if>
      <input id="${name}" name="${name}" type="${type}" value="${typed[name]!''}"<#if hint> aria-describedby="${name}-hint"</#if><#if wrong == name> aria-invalid="true" autofocus</#if> ${more?no_esc}>
    </p>
</#macro>
<@layout.registrationLayout; section>
  <#if section = "header">${msg("verify.title")}<#elseif section = "form">
  <#if stand == "NEW"><p>${msg("verify.why")}</p><#else><p id="stand">${msg("verify.stand." + stand)}</p></#if>
  <form id="verify-real-name" action="${url.loginAction}" method="post" autocomplete="off">
    <#if verifiable>
    <input type="hidden" name="method" value="${way}">
    <#-- what Enter in a field does -->
    <button name="deed" value="verify" type="submit" hidden></button>
    <#if ways?size gt 1>
    <fieldset class="ways">
      <legend>${msg("verify.ways")}</legend>
      <#list ways as one>
      <button class="second" name="way" value="${one}" type="submit" formnovalidate<#if one == way> aria-pressed="true"<#else> aria-pressed="false"</#if>>${msg("verify.way." + one)}</button>
      </#list>
    </fieldset>
    </#if>
    <h2>${msg("verify.way." + way)}</h2>
    <#if way == "NATIONAL_IDENTITY">
    <p class="hint">${msg("verify.challenge.hint")}</p>
    <#if typed.challenge??>
    <p class="field"><span id="challenge-label">${msg("verify.challenge")}</span> <output class="secret" aria-labelledby="challenge-label">${typed.challenge}</output></p>
    <input type="hidden" name="challenge" value="${typed.challenge}">
    </#if>
    <p class="deeds"><button class="second" name="deed" value="challenge" type="submit" formnovalidate>${msg("verify.challenge.get")}</button></p>
    <p class="field">
      <label for="credential">${msg("verify.credential")}</label>
      <textarea id="credential" name="credential" rows="4" maxlength="4096" required autocapitalize="none" spellcheck="false"></textarea>
    </p>
    <#else>
    <@field name="name" hint=true more='maxlength="100" autocomplete="name" required'/>
    <@field name="number" hint=true more='maxlength="40" autocapitalize="characters" spellcheck="false" required'/>
    <#if wrong == "birthDate" || typed.birthDate??><@field name="birthDate" type="date" more='autocomplete="bday"'/></#if>
    <#if way == "MOBILE">
    <@field name="mobile" type="tel" more='maxlength="20" autocomplete="tel-national" required'/>
    <p class="deeds"><button class="second" name="deed" value="code" type="submit" formnovalidate>${msg("verify.code.send")}</button></p>
    <@field name="code" more='maxlength="10" inputmode="numeric" autocomplete="one-time-code" required'/>
    </#if>
    </#if>
    <section class="notice" aria-labelledby="notice">
      <h2 id="notice">${msg("verify.notice")}</h2>
      <ul>
        <li>${msg("verify.notice.what." + way)}</li>
        <li>${msg("verify.notice.whom")}</li>
        <li>${msg("verify.notice.kept")}</li>
        <li>${msg("verify.notice.rights")}</li>
      </ul>
    </section>
    </#if>
    <#if guardianLink??>
    <div class="message info" role="status">
      <p>${msg("verify.guardian.link")}</p>
      <p><output class="secret">${properties.publicUrl!}/me/guardian/${guardianLink}</output></p>
    </div>
    </#if>
    <p class="deeds">
      <#if guardian><button class="second" name="deed" value="guardian" type="submit" formnovalidate>${msg("verify.guardian.ask")}</button></#if>
      <#if verifiable><button name="deed" value="verify" type="submit">${msg("verify.now")}</button></#if>
      <#if again><button<#if verifiable> class="second"</#if> name="deed" value="again" type="submit" formnovalidate>${msg("verify.again")}</button></#if>
      <#if mayBePutOff><button class="second" name="later" value="yes" type="submit" formnovalidate>${msg("verify.later")}</button></#if>
    </p>
    <p class="hint"><#if mayBePutOff>${msg("verify.later.means")}<#else>${msg("verify.refused.means")}</#if></p>
    <p><a href="${properties.publicUrl!}/complaints">${msg("verify.officer")}</a></p>
  </form>
  </#if>
</@layout.registrationLayout>
