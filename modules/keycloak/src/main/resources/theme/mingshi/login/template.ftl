<#-- Every page of the login: no script, one column, readable on a telephone. -->
<#macro registrationLayout bodyClass="" displayInfo=false displayMessage=true displayRequiredFields=false>
<!DOCTYPE html>
<html lang="${lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex, nofollow">
  <meta name="referrer" content="no-referrer">
  <title><#nested "header"> · ${msg("mingshi.name")}</title>
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${url.resourcesPath}/css/mingshi.css">
</head>
<body>
<a class="skip" href="#content">${msg("mingshi.skip")}</a>
<header>
  <p class="name">${msg("mingshi.name")}</p>
  <#if realm.internationalizationEnabled && locale.supported?size gt 1>
  <nav aria-label="${msg("languages")}">
    <ul>
      <#list locale.supported as l>
      <li><a href="${l.url}" lang="${l.languageTag}" hreflang="${l.languageTag}"<#if l.languageTag == locale.currentLanguageTag> aria-current="true"</#if>>${l.label}</a></li>
      </#list>
    </ul>
  </nav>
  </#if>
</header>
<main id="content">
  <h1 id="kc-page-title"><#nested "header"></h1>
  <#if displayMessage && message?has_content>
  <div class="message ${message.type}" role="<#if message.type == "error">alert<#else>status</#if>">
    <p>${kcSanitize(message.summary)?no_esc}</p>
  </div>
  </#if>
  <#nested "form">
  <#if displayInfo><#nested "info"></#if>
</main>
<footer>
  <p>${msg("mingshi.artificial")}</p>
  <ul>
    <li><a href="${properties.publicUrl!}/rules">${msg("mingshi.rules")}</a></li>
    <li><a href="${properties.publicUrl!}/complaints">${msg("mingshi.complaints")}</a></li>
  </ul>
</footer>
</body>
</html>
</#macro>
