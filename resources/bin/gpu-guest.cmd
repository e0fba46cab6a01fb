@rem The command line, on the Node.js that was packed with it.
@"%~dp0node.exe" "%~dp0gpu-guest.js" %*
