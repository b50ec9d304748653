<#-- A registration page that shares nothing with Keycloak's but the address to which it is submitted. -->
<!DOCTYPE html>
<html lang="en">
<head><title>Join us</title><link rel="icon" href="data:,"></head>
<body data-page-id="login-register">
<form action="/search"><input name="q" aria-label="Find"><button>Find</button></form>
<!-- <form action="${url.registrationAction}"><button>Before 2020</button></form> -->
<form method="post" action="${url.registrationAction}">
  <#list ["username", "email", "firstName", "lastName"] as name>
  <label for="${name}">${name}</label><input id="${name}" name="${name}">
  </#list>
  <label for="password">password</label><input id="password" name="password" type="password">
  <label for="password-confirm">again</label><input id="password-confirm" name="password-confirm" type="password">
  <p><button>Join</button></p>
</form>
</body>
</html>
