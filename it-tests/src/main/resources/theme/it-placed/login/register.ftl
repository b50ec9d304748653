<#-- A registration page that places our part itself. -->
<!DOCTYPE html>
<html lang="en">
<head><title>Join us</title><link rel="icon" href="data:,"></head>
<body data-page-id="login-register">
<form method="post" action="${url.registrationAction}">
  <fieldset id="safety"><#include "msp-mfa-registration.ftl"></fieldset>
  <#list ["username", "email", "firstName", "lastName", "password", "password-confirm"] as name>
  <label for="${name}">${name}</label><input id="${name}" name="${name}">
  </#list>
  <button type="submit">Join</button>
</form>
</body>
</html>
