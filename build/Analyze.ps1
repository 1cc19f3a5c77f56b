# What PSScriptAnalyzer says of scripts, manifests, and the scripts within views.

# Pester and dot-sourced files hand their variables on, which the one rule does not see; the other wants a mark that PowerShell 7 does without.
# What is shipped, and the build, keep to all rules.
$notForTests = 'PSUseDeclaredVarsMoreThanAssignments', 'PSUseBOMForUnicodeEncodedFile'

# The rules of the PowerShell Gallery, and those that PSScriptAnalyzer has switched on.
function Find-ScriptProblem([string] $Path) {
    @(Invoke-ScriptAnalyzer -Path $Path -Settings PSGallery) + @(Invoke-ScriptAnalyzer -Path $Path) | Sort-Object RuleName, Line, Message -Unique
}

function Find-TestProblem([string] $Path) {
    Invoke-ScriptAnalyzer -Path $Path -ExcludeRule $notForTests -Severity Warning, Error
}

# The scripts that a view holds are PowerShell too, and run on each object that is shown.
function Find-ViewProblem([string] $Path) {
    $view = [xml] (Get-Content -LiteralPath $Path -Raw)
    foreach ($script in $view.SelectNodes('//ScriptBlock').InnerText | Sort-Object -Unique) {
        Invoke-ScriptAnalyzer -ScriptDefinition $script |
            Select-Object Severity, RuleName, @{ Name = 'ScriptName'; Expression = { Split-Path $Path -Leaf } }, @{ Name = 'Line'; Expression = { $script } }, Message
    }
}
