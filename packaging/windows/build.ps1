<#
.SYNOPSIS
Makes the .msi of what `mvnw -DskipTests package` has left on this Windows, in target\packages.

.DESCRIPTION
Needs a JDK 25 in PACKAGE_JDK or JAVA_HOME, WiX 3.14 (or 4 or 5 with its extensions Util and UI), git, and a desktop, as the
window is opened once. Runs in PowerShell 7 and in Windows PowerShell 5.1.

Signed where WINDOWS_SIGN_THUMBPRINT names a certificate of the person's store; signtool then has to be on PATH.
SPOTDOCK_RELEASES is the address at which the program asks for newer releases.
#>
[CmdletBinding()]
param()

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
Set-Location -LiteralPath (Join-Path $PSScriptRoot '..\..')

function Invoke-Tool {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Path,
        [Parameter(Mandatory)][string[]]$Arguments
    )
    & $Path @Arguments
    if ($LASTEXITCODE -ne 0) { throw "$Path ended with $LASTEXITCODE" }
}

# ".msi: up to three numbers, of which 255, 255 and 65535 are the largest" (Windows Installer, "ProductVersion property").
function Test-MsiVersion {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)][string]$Version)
    if ($Version -notmatch '^(\d{1,3})\.(\d{1,3})(?:\.(\d{1,5}))?$') { return $false }
    $build = if ($Matches.ContainsKey(3)) { [int]$Matches[3] } else { 0 }
    return [int]$Matches[1] -le 255 -and [int]$Matches[2] -le 255 -and $build -le 65535
}

# Takes the entries of a jar that are named so out of it, into a folder.
function Expand-JarEntry {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)][string]$Jar,
        [Parameter(Mandatory)][string]$Like,
        [Parameter(Mandatory)][string]$Folder
    )
    $archive = [System.IO.Compression.ZipFile]::OpenRead($Jar)
    try {
        $entries = @($archive.Entries | Where-Object { $_.FullName -like $Like })
        if ($entries.Count -eq 0) { throw "$Jar holds no $Like" }
        foreach ($entry in $entries) {
            [System.IO.Compression.ZipFileExtensions]::ExtractToFile($entry, (Join-Path $Folder $entry.Name), $true)
        }
    } finally {
        $archive.Dispose()
    }
}

# jpackage leaves its launchers read-only, and signtool writes into them.
function Protect-File {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string[]]$Path)
    if (-not $env:WINDOWS_SIGN_THUMBPRINT) { return }
    foreach ($file in $Path) { Set-ItemProperty -LiteralPath $file -Name IsReadOnly -Value $false }
    Invoke-Tool 'signtool' (@('sign', '/sha1', $env:WINDOWS_SIGN_THUMBPRINT, '/fd', 'SHA256',
            '/tr', 'http://timestamp.digicert.com', '/td', 'SHA256') + $Path)
}

$conf = @{}
foreach ($line in Get-Content -LiteralPath 'packaging\common\package.conf' -Encoding utf8) {
    if ($line -match '^([a-z-]+)=(.*)$') { $conf[$Matches[1]] = $Matches[2] }
}

$jdk = @($env:PACKAGE_JDK, $env:JAVA_HOME) |
    Where-Object { $_ -and (Test-Path -LiteralPath "$_\bin\jpackage.exe") } |
    Where-Object { Select-String -Quiet -Pattern '^JAVA_VERSION="25[."]' -LiteralPath "$_\release" } |
    Select-Object -First 1
if (-not $jdk) { throw 'needs a JDK 25 with jpackage; name it in PACKAGE_JDK' }
$layout = 'target\spotdock'
if (-not (Test-Path -LiteralPath "$layout\lib\spotdock.jar")) { throw "run 'mvnw -DskipTests package' first" }

$version = ([xml](Get-Content -LiteralPath 'pom.xml' -Raw -Encoding utf8)).project.version
if (-not (Test-MsiVersion $version)) { throw "an .msi takes up to three numbers as its version, without a word, and not $version" }
$name = $conf['name']
$terminal = $conf['terminal-name']
$out = Join-Path (Get-Location).Path 'target\packages'
$work = Join-Path $out 'windows'
$image = Join-Path $work "image\$name"
$msi = Join-Path $out "$name-$version-x64.msi"
if (Test-Path -LiteralPath $work) { Remove-Item -LiteralPath $work -Recurse -Force }
foreach ($folder in 'input\cli', 'content\bin', 'resources') { $null = New-Item -ItemType Directory -Force -Path "$work\$folder" }
Add-Type -AssemblyName 'System.IO.Compression', 'System.IO.Compression.FileSystem'

# All that goes into the image.
$pngs = 16, 24, 32, 48, 64, 128, 256 | ForEach-Object { "src\main\resources\io\spotdock\gui\icons\spotdock-$_.png" }
Invoke-Tool "$jdk\bin\java.exe" (@('packaging\windows\Ico.java', "$work\$name.ico") + $pngs)
Invoke-Tool "$jdk\bin\java.exe" @('packaging\common\java\NewerClasses.java', "$layout\lib", "$work\input")
$javafx = (Get-ChildItem -Path "$layout\lib\javafx-*.jar").FullName -join ';'
Invoke-Tool "$jdk\bin\java.exe" @('-cp', $javafx, 'packaging\common\java\Stylesheets.java', "$work\input\spotdock.jar")
# OpenJFX's jars without a platform hold nothing but a manifest.
Get-ChildItem -Path "$work\input\javafx-*.jar" | Where-Object { $_.Name -notmatch '-win' } | Remove-Item
# Else JavaFX would unpack its libraries into the person's home, at every version, and JNA its own into the temporary folder,
# at every start. JavaFX looks for them in the folder `bin` beside that of its jar (NativeLibLoader), JNA where it is told.
Get-ChildItem -Path "$work\input\javafx-graphics-*.jar" |
    ForEach-Object { Expand-JarEntry -Jar $_.FullName -Like '*.dll' -Folder "$work\content\bin" }
Get-ChildItem -Path "$work\input\jna-[0-9]*.jar" |
    ForEach-Object { Expand-JarEntry -Jar $_.FullName -Like '*/win32-x86-64/jnidispatch.dll' -Folder "$work\input" }
Copy-Item -LiteralPath 'LICENSE', 'THIRD-PARTY.md', "$layout\sbom.cdx.json" -Destination "$work\input"
Copy-Item -LiteralPath 'packaging\common\licences' -Destination "$work\input" -Recurse
# What people type. It is in a folder of its own that goes on PATH, as Spotdock.exe beside it is the same name to Windows.
Set-Content -LiteralPath "$work\input\cli\$($conf['package']).cmd" -Encoding ascii -Value @(
    '@echo off'
    "`"%~dp0..\..\$terminal.exe`" %*"
)

$modules = @($conf['modules'], $conf['modules-windows']) | Where-Object { $_ }
Invoke-Tool "$jdk\bin\jlink.exe" @('--add-modules', ($modules -join ','), "--include-locales=$($conf['locales'])",
    '--strip-debug', '--no-header-files', '--no-man-pages', '--compress', 'zip-0', '--output', "$work\runtime")

$jvm = $conf['jvm'].Split(' ') + '-Djna.boot.library.path=$APPDIR' + '-Djna.nounpack=true'
if ($env:SPOTDOCK_RELEASES) { $jvm += "-Dspotdock.releases=$env:SPOTDOCK_RELEASES" }
# A list of its own stands for the whole list of the window's launcher.
Set-Content -LiteralPath "$work\terminal.properties" -Encoding ascii -Value @(
    "description=$name on the command line"
    "java-options=$($jvm -join ' ') -XX:AOTCache=`$APPDIR/$terminal.aot"
    'win-console=true'
    'win-shortcut=false'
    'win-menu=false'
)
$options = foreach ($option in $jvm + "-XX:AOTCache=`$APPDIR/$name.aot") { '--java-options', $option }
Invoke-Tool "$jdk\bin\jpackage.exe" (@('--type', 'app-image', '--name', $name, '--app-version', $version,
        '--vendor', $conf['vendor'], '--description', $conf['summary'], '--copyright', $conf['copyright'],
        '--icon', "$work\$name.ico", '--input', "$work\input", '--app-content', "$work\content\bin",
        '--main-jar', 'spotdock.jar', '--main-class', $conf['main-class'], '--runtime-image', "$work\runtime",
        '--add-launcher', "$terminal=$work\terminal.properties", '--dest', "$work\image") + $options)
if (-not (Test-Path -LiteralPath "$image\bin\glass.dll")) { throw "JavaFX's libraries are not where it looks for them" }

# An installer keeps times to two seconds, and a cache may remember those of the jars.
$epoch = if ($env:SOURCE_DATE_EPOCH) { [long]$env:SOURCE_DATE_EPOCH } else { [long](git log -1 '--format=%ct') }
$even = [DateTimeOffset]::FromUnixTimeSeconds($epoch - $epoch % 2).UtcDateTime
Get-ChildItem -Path "$image\app\*.jar" | ForEach-Object { $_.LastWriteTimeUtc = $even }
Invoke-Tool "$jdk\bin\java.exe" @('packaging\common\java\Train.java', "$image\runtime\bin\java.exe", "$image\app",
    "$name.cfg", "$terminal.cfg")
Protect-File "$image\$name.exe", "$image\$terminal.exe"

# The JDK's own main.wxs, with what integration.wxi adds to its only feature.
Invoke-Tool "$jdk\bin\jimage.exe" @('extract', '--dir', "$work\jpackage", '--include', 'regex:.*/main\.wxs', "$jdk\lib\modules")
$main = Get-Content -LiteralPath "$work\jpackage\jdk.jpackage\jdk\jpackage\internal\resources\main.wxs" -Raw -Encoding utf8
if (($main -split '</Feature>').Count -ne 2) { throw "this JDK's main.wxs has not the one feature that integration.wxi goes into" }
$integration = ([xml](Get-Content -LiteralPath 'packaging\windows\integration.wxi' -Raw -Encoding utf8)).Include.InnerXml
[System.IO.File]::WriteAllText("$work\resources\main.wxs", $main.Replace('</Feature>', "$integration</Feature>"))

Invoke-Tool "$jdk\bin\jpackage.exe" @('--type', 'msi', '--name', $name, '--app-version', $version,
    '--vendor', $conf['vendor'], '--description', $conf['summary'], '--copyright', $conf['copyright'],
    '--app-image', $image, '--dest', $work, '--license-file', 'LICENSE', '--resource-dir', "$work\resources",
    '--win-per-user-install', '--win-dir-chooser', '--win-menu', '--win-menu-group', $name, '--win-shortcut-prompt',
    '--win-upgrade-uuid', $conf['upgrade-code'])
Move-Item -LiteralPath "$work\$name-$version.msi" -Destination $msi -Force
Protect-File $msi
# As `sha256sum --check` reads it: no byte order mark, and one character ends a line.
$sum = (Get-FileHash -LiteralPath $msi -Algorithm SHA256).Hash.ToLowerInvariant()
[System.IO.File]::WriteAllText((Join-Path $out 'SHA256SUMS'), "$sum  $(Split-Path -Leaf $msi)`n")
