<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('username','password'); section>
  <#if section = "header">${msg("loginAccountTitle")}<#elseif section = "form">
  <#assign wrong = messagesPerField.existsError('username','password')>
  <form id="kc-form-login" action="${url.loginAction}" method="post">
    <#if wrong>
    <div class="message error" role="alert"><p id="input-error">${kcSanitize(messagesPerField.getFirstError('username','password'))?no_esc}</p></div>
    </#if>
    <#if !usernameHidden??>
    <p class="field">
      <label for="username">${msg("username")}</label>
      <input id="username" name="username" type="text" value="${(login.username!'')}" autocomplete="username" autocapitalize="none" spellcheck="false" required<#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>>
    </p>
    </#if>
    <p class="field">
      <label for="password">${msg("password")}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required<#if wrong> aria-invalid="true" aria-describedby="input-error"</#if>>
    </p>
    <#if realm.rememberMe && !usernameHidden??>
    <p><label><input id="rememberMe" name="rememberMe" type="checkbox"<#if login.rememberMe??> checked</#if>> ${msg("rememberMe")}</label></p>
    </#if>
    <input type="hidden" name="credentialId"<#if auth.selectedCredential?has_content> value="${auth.selectedCredential}"</#if>>
    <p class="deeds"><button id="kc-login" name="login" type="submit">${msg("doLogIn")}</button></p>
    <#if realm.resetPasswordAllowed><p><a href="${url.loginResetCredentialsUrl}">${msg("doForgotPassword")}</a></p></#if>
  </form>
  <#elseif section = "info"></#if>
</@layout.registrationLayout>
