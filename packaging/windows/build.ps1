<#
.SYNOPSIS
Makes the .msi of what `mvnw -DskipTests package` has left on this Windows, in target\packages.

.DESCRIPTION
Needs a JDK 25 in PACKAGE_JDK or JAVA_HOME, WiX 3, 4 or 5 on PATH, ImageMagick's `magick`, and a desktop, as the window is
opened once. Signed where WINDOWS_SIGN_THUMBPRINT names a certificate of the person's store (and signtool is on PATH).
#>
[CmdletBinding()]
param()

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')

$conf = @{}
foreach ($line in Get-Content 'packaging\common\package.conf' -Encoding utf8) {
    if ($line -match '^([a-z-]+)=(.*)$') { $conf[$Matches[1]] = $Matches[2] }
}

function Invoke-Tool {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Path,
        [Parameter(Mandatory)][string[]]$Arguments
    )
    & $Path @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Path ended with $LASTEXITCODE" }
}

$jdk = @($env:PACKAGE_JDK, $env:JAVA_HOME) |
    Where-Object { $_ -and (Test-Path "$_\bin\jpackage.exe") -and (Select-String -Quiet '^JAVA_VERSION="25[."]' "$_\release") } |
    Select-Object -First 1
if (-not $jdk) { throw 'needs a JDK 25 with jpackage; name it in PACKAGE_JDK' }
$layout = 'target\spotdock'
if (-not (Test-Path "$layout\lib\spotdock.jar")) { throw "run 'mvnw -DskipTests package' first" }

$version = ([xml](Get-Content 'pom.xml' -Raw)).project.version
$name = $conf['name']
$terminal = $conf['terminal-name']
$out = Join-Path (Get-Location) 'target\packages'
$work = Join-Path $out 'windows'
if (Test-Path $work) { Remove-Item $work -Recurse -Force }
$null = New-Item -ItemType Directory -Force "$work\input"

$pngs = 16, 24, 32, 48, 64, 128, 256 | ForEach-Object { "src\main\resources\io\spotdock\gui\icons\spotdock-$_.png" }
Invoke-Tool 'magick' ($pngs + "$work\$name.ico")

Invoke-Tool "$jdk\bin\java.exe" @('packaging\common\java\NewerClasses.java', "$layout\lib", "$work\input")
# OpenJFX's jars without a platform hold nothing but a manifest; beside the others JavaFX looks for its libraries.
Get-ChildItem "$work\input\javafx-*.jar" | Where-Object { $_.Name -notmatch '-win' } | Remove-Item
Add-Type -AssemblyName System.IO.Compression.FileSystem
Get-ChildItem "$work\input\javafx-graphics-*.jar" | ForEach-Object {
    $jar = [System.IO.Compression.ZipFile]::OpenRead($_.FullName)
    try {
        $jar.Entries | Where-Object { $_.Name -like '*.dll' } | ForEach-Object {
            [System.IO.Compression.ZipFileExtensions]::ExtractToFile($_, "$work\input\$($_.Name)", $true)
        }
    } finally {
        $jar.Dispose()
    }
}
Copy-Item 'LICENSE', 'THIRD-PARTY.md', "$layout\sbom.cdx.json" "$work\input"
# What people type. It is a folder of its own that goes on PATH, as Spotdock.exe beside it is the same name to Windows.
$null = New-Item -ItemType Directory -Force "$work\input\cli"
Set-Content "$work\input\cli\$($conf['package']).cmd" -Encoding ascii -Value @(
    '@echo off'
    "`"%~dp0..\..\$terminal.exe`" %*"
)

Invoke-Tool "$jdk\bin\jlink.exe" @('--add-modules', $conf['modules'], "--include-locales=$($conf['locales'])",
    '--strip-debug', '--no-header-files', '--no-man-pages', '--compress', 'zip-0', '--output', "$work\runtime")

Set-Content "$work\terminal.properties" -Encoding ascii -Value @(
    "description=$name on the command line"
    "java-options=$($conf['jvm']) -XX:AOTCache=`$APPDIR/$terminal.aot"
    'win-console=true'
    'win-shortcut=false'
    'win-menu=false'
)
$image = @('--type', 'app-image', '--name', $name, '--app-version', $version, '--vendor', $conf['vendor'],
    '--description', $conf['summary'], '--copyright', $conf['copyright'], '--icon', "$work\$name.ico",
    '--input', "$work\input", '--main-jar', 'spotdock.jar', '--main-class', $conf['main-class'],
    '--runtime-image', "$work\runtime", '--add-launcher', "$terminal=$work\terminal.properties", '--dest', "$work\image")
foreach ($option in $conf['jvm'].Split(' ') + "-XX:AOTCache=`$APPDIR/$name.aot") { $image += '--java-options', $option }
Invoke-Tool "$jdk\bin\jpackage.exe" $image

# An installer keeps times to two seconds, and the caches remember those of the jars.
$even = [DateTimeOffset]::FromUnixTimeSeconds([long](git log -1 --format=%ct) -band -bnot 1).UtcDateTime
Get-ChildItem "$work\image\$name\app\*.jar" | ForEach-Object { $_.LastWriteTimeUtc = $even }
Invoke-Tool "$jdk\bin\java.exe" @('packaging\common\java\Train.java', "$work\image\$name\runtime\bin\java.exe",
    "$work\image\$name\app", "$name.cfg", "$terminal.cfg")

function Protect-File {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string[]]$Path)
    if (-not $env:WINDOWS_SIGN_THUMBPRINT) { return }
    Invoke-Tool 'signtool' (@('sign', '/sha1', $env:WINDOWS_SIGN_THUMBPRINT, '/fd', 'SHA256',
        '/tr', 'http://timestamp.digicert.com', '/td', 'SHA256') + $Path)
}

Protect-File "$work\image\$name\$name.exe", "$work\image\$name\$terminal.exe"
Invoke-Tool "$jdk\bin\jpackage.exe" @('--type', 'msi', '--name', $name, '--app-version', $version,
    '--vendor', $conf['vendor'], '--app-image', "$work\image\$name", '--dest', $out, '--license-file', 'LICENSE',
    '--win-per-user-install', '--win-menu', '--win-shortcut-prompt',
    '--win-dir-chooser', '--win-upgrade-uuid', $conf['upgrade-code'])
Protect-File "$out\$name-$version.msi"
(Get-FileHash "$out\$name-$version.msi").Hash.ToLowerInvariant() + "  $name-$version.msi" |
    Set-Content "$out\SHA256SUMS" -Encoding ascii
