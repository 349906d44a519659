<#
.SYNOPSIS
Installs an .msi as a person would, uses both its halves, removes it, and looks at what is left.

.DESCRIPTION
Changes the account it runs in for that time, so it refuses where Spotdock is installed already. Needs a desktop.

.PARAMETER Package
The .msi.
#>
[CmdletBinding()]
param([Parameter(Mandatory)][string]$Package)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$folder = Join-Path $env:LOCALAPPDATA 'Spotdock'
$own = Join-Path ([System.IO.Path]::GetTempPath()) "spotdock-$([guid]::NewGuid())"
$msi = (Get-Item -LiteralPath $Package).FullName
if (Test-Path -LiteralPath $folder) { throw "Spotdock is installed here already: $folder" }
$null = New-Item -ItemType Directory -Path $own
$env:SPOTDOCK_HOME = $own
$env:SPOTDOCK_UPDATE_CHECK = 'off'
$menu = Join-Path $env:APPDATA 'Microsoft\Windows\Start Menu\Programs\Spotdock\Spotdock.lnk'

function Invoke-Installer {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$Action)
    $log = Join-Path $own 'msiexec.log'
    $done = Start-Process -FilePath msiexec -Wait -PassThru -ArgumentList $Action, "`"$msi`"", '/qn', '/norestart', '/l*v', "`"$log`""
    if ($done.ExitCode -ne 0) {
        Get-Content -LiteralPath $log -Tail 80
        throw "msiexec $Action ended with $($done.ExitCode)"
    }
}

function Get-PersonalPath {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    return [string][Environment]::GetEnvironmentVariable('PATH', 'User')
}

# A cache that doesn't fit is refused silently; the JVM says where each class came from. _JAVA_OPTIONS is read after all others.
function Assert-Cached {
    [CmdletBinding()]
    param([Parameter(Mandatory)][string]$Classes)
    if (-not (Select-String -Quiet -LiteralPath $Classes -SimpleMatch 'io.spotdock.app.Main source: shared objects file')) {
        throw 'the AOT cache is not used'
    }
}

Invoke-Installer '/i'
# The JVM takes a path with a drive for more than one word.
Push-Location -LiteralPath $own
try {
    if (-not (Test-Path -LiteralPath $menu)) { throw 'Spotdock is not in the Start menu' }
    if ((Get-PersonalPath) -notlike "*$folder\app\cli*") { throw 'spotdock is not on PATH' }
    if (-not (Test-Path -LiteralPath 'HKCU:\Software\Classes\Spotdock.Settings\shell\open\command')) { throw 'no "Open with"' }
    $spotdock = Join-Path $folder 'app\cli\spotdock.cmd'

    $env:_JAVA_OPTIONS = '-Xlog:class+load:file=terminal.txt'
    $said = & $spotdock --version
    if ($LASTEXITCODE -ne 0 -or $said -notmatch '^spotdock \d') { throw "--version says $said" }
    Remove-Item -LiteralPath 'Env:\_JAVA_OPTIONS'
    Assert-Cached 'terminal.txt'

    & $spotdock demo
    if ($LASTEXITCODE -ne 0) { throw "demo ended with $LASTEXITCODE" }
    $wrong = Start-Process -FilePath (Join-Path $folder 'spotdock-cli.exe') -ArgumentList 'nonsense' -NoNewWindow -Wait -PassThru
    if ($wrong.ExitCode -eq 0) { throw 'nonsense was taken for a command' }

    # The window logs its beginning a second after it is shown.
    $log = Join-Path $own 'logs\spotdock.log'
    if (Test-Path -LiteralPath $log) { Remove-Item -LiteralPath $log }
    $env:_JAVA_OPTIONS = '-Xlog:class+load:file=window.txt'
    $window = Start-Process -FilePath (Join-Path $folder 'Spotdock.exe') -ArgumentList 'wizard', '--sandbox' -PassThru
    # Else its exit code is not there to be asked for.
    $null = $window.Handle
    Remove-Item -LiteralPath 'Env:\_JAVA_OPTIONS'
    $end = [DateTime]::UtcNow.AddMinutes(2)
    while (-not (Test-Path -LiteralPath $log)) {
        if ($window.HasExited -or [DateTime]::UtcNow -gt $end) { throw 'the window did not open' }
        Start-Sleep -Milliseconds 200
    }
    Start-Sleep -Seconds 3
    Assert-Cached 'window.txt'
    if (Test-Path -LiteralPath (Join-Path $env:USERPROFILE '.openjfx')) { throw 'JavaFX unpacked libraries into the home' }
    # jpackage's launcher waits for a second process of its own, which has the window.
    $below = Get-CimInstance -ClassName Win32_Process -Filter "ParentProcessId = $($window.Id)"
    Get-Process -Id (@($window.Id) + @($below | ForEach-Object { $_.ProcessId })) |
        ForEach-Object { $null = $_.CloseMainWindow() }
    if (-not $window.WaitForExit(60000)) { throw 'the window did not close' }
    if ($window.ExitCode -ne 0) { throw "the window ended with $($window.ExitCode)" }
} finally {
    Pop-Location
    Invoke-Installer '/x'
}
if (Test-Path -LiteralPath $folder) { throw "left behind: $(Get-ChildItem -LiteralPath $folder -Recurse -Name)" }
if (Test-Path -LiteralPath $menu) { throw 'left behind in the Start menu' }
if ((Get-PersonalPath) -like "*$folder*") { throw 'left behind on PATH' }
if (Test-Path -LiteralPath 'HKCU:\Software\Classes\Spotdock.Settings') { throw 'left behind in the registry' }
if (-not (Test-Path -LiteralPath (Join-Path $own 'logs'))) { throw 'the own data of the person are gone' }
Remove-Item -LiteralPath $own -Recurse -Force
Write-Output 'Installed, used and removed.'
