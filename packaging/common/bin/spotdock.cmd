@echo off
rem Starts Spotdock with a Java that is new enough, which need not be the default one.
setlocal EnableExtensions DisableDelayedExpansion
set "LEAST=25"
for %%I in ("%~dp0..") do set "APP=%%~fI"
set "JAR=%APP%\lib\spotdock.jar"
if not exist "%JAR%" (
    echo spotdock: %JAR% is missing; 'mvnw package' makes it 1>&2
    exit /b 2
)

set "FOUND="
if defined SPOTDOCK_JAVA_HOME (
    call :try "%SPOTDOCK_JAVA_HOME%"
    if not defined FOUND (
        echo spotdock: SPOTDOCK_JAVA_HOME is %SPOTDOCK_JAVA_HOME%, where there is no Java %LEAST% or newer 1>&2
        exit /b 2
    )
)
call :try "%APP%\runtime"
if exist "%APP%\lib\built-with.txt" (
    for /f "tokens=1,* delims==" %%A in ('findstr /c:"java.home = " "%APP%\lib\built-with.txt"') do (
        for /f "tokens=* delims= " %%C in ("%%B") do call :try "%%C"
    )
)
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%J in ('where java 2^>nul') do for %%K in ("%%~dpJ..") do call :try "%%~fK"
for /d %%D in ("%ProgramFiles%\Java\*" "%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\Amazon Corretto\*" "%USERPROFILE%\.jdks\*") do call :try "%%~fD"
if not defined FOUND (
    echo spotdock: needs Java %LEAST% or newer and found none; install one, or name its directory in SPOTDOCK_JAVA_HOME 1>&2
    exit /b 2
)

"%FOUND%\bin\java.exe" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto --enable-native-access=ALL-UNNAMED %SPOTDOCK_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

rem Takes %1 as the Java to use if it is new enough; its release file says so, without starting it.
:try
if defined FOUND exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==" %%V in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do (
    for /f "tokens=1 delims=.+-" %%M in ("%%~V") do if %%M GEQ %LEAST% set "FOUND=%~1"
)
exit /b 0
