<#-- A registration page whose form is made in the browser. -->
<!DOCTYPE html>
<html lang="en">
<head><title>Join us</title><link rel="icon" href="data:,"></head>
<body data-page-id="login-register">
<div id="root"></div>
<script>
  const names = ["username", "email", "firstName", "lastName", "password", "password-confirm"];
  document.getElementById("root").innerHTML = '<form method="post" action="${url.registrationAction}">'
    + names.map(name => '<input id="' + name + '" name="' + name + '" aria-label="' + name + '">').join("")
    + '<button type="submit">Join</button></form>';
</script>
</body>
</html>
