@echo off
rem Starts the desktop of the installation that this script lies in, with a Java of version 25 or later: that of JAVA_HOME,
rem of the PATH, or of the folders where Java is usually installed. XSTATE_WORKSPACE names the workspace's folder.
setlocal
set "home=%~dp0."
set "java_home="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
for %%V in ("Java" "Eclipse Adoptium" "Microsoft" "Zulu" "BellSoft" "Amazon Corretto" "SapMachine") do (
    if exist "%ProgramFiles%\%%~V" for /d %%J in ("%ProgramFiles%\%%~V\*") do call :try "%%~J"
)
if not defined java_home (
    echo xstate: no Java of version 25 or later was found: install one, for example Eclipse Temurin 25, or set JAVA_HOME. 1>&2
    exit /b 69
)
set "launcher="
for %%L in ("%home%\workbench\plugins\org.eclipse.equinox.launcher-*.jar") do set "launcher=%%~L"
if not defined launcher (
    echo xstate: this installation is incomplete, unpack it again. 1>&2
    exit /b 70
)
set /p build=<"%home%\workbench\build-id"
set "kept=%LOCALAPPDATA%\xstate\workbench\%build%"
if not exist "%kept%" mkdir "%kept%"
set "workspace=%XSTATE_WORKSPACE%"
if not defined workspace set "workspace=%USERPROFILE%\xstate-workspace"
rem javaw has no window of its own; whoever asks for a picture waits for it
set "program=start "" "%java_home%\bin\javaw.exe""
if "%~1"=="--screenshot-and-exit" (
    set "program="%java_home%\bin\java.exe""
    set "workspace=%TEMP%\xstate-workspace-%RANDOM%"
)
%program% -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000 ^
    -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000 -XX:+AutoCreateSharedArchive ^
    "-XX:SharedArchiveFile=%kept%\classes.jsa" -Xlog:disable -Xlog:all=error,cds*=off:stderr ^
    --enable-native-access=ALL-UNNAMED -XX:MaxDirectMemorySize=1t "-Dxstate.home=%home%" %XSTATE_JAVA_OPTIONS% ^
    -jar "%launcher%" -nosplash -install "%home%\workbench" -configuration "%kept%" -data "%workspace%" %*
exit /b

:try
if defined java_home exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "usebackq tokens=2 delims==" %%R in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do (
    for /f "tokens=1 delims=.-+" %%M in (%%R) do if %%~M geq 25 set "java_home=%~1"
)
exit /b
