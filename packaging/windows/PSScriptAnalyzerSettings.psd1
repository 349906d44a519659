# For `Invoke-ScriptAnalyzer -Path packaging\windows -Settings packaging\windows\PSScriptAnalyzerSettings.psd1 -EnableExit`:
# all default rules but one, and those that are off by default and say how this code is laid out.
@{
    Severity            = @('Error', 'Warning', 'Information')
    IncludeDefaultRules = $true
    # The functions are called by their own script only.
    ExcludeRules        = @('PSProvideCommentHelp')
    Rules               = @{
        PSAvoidLongLines                 = @{ Enable = $true; MaximumLineLength = 140 }
        PSAvoidExclaimOperator           = @{ Enable = $true }
        PSPlaceOpenBrace                 = @{ Enable = $true; OnSameLine = $true }
        PSUseCorrectCasing               = @{ Enable = $true }
        PSUseCompatibleSyntax            = @{ Enable = $true; TargetVersions = @('5.1', '7.0') }
        PSAvoidUsingPositionalParameters = @{ CommandAllowList = @('Invoke-Tool', 'Join-Path') }
    }
}
