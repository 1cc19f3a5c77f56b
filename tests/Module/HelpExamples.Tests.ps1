BeforeDiscovery {
    . "$PSScriptRoot/Common.ps1"
    $cmdlets = @((Get-Module ConversationsAdmin).ExportedCmdlets.Keys | Sort-Object | ForEach-Object { @{ Cmdlet = $_ } })
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Examples.ps1"
}

Describe 'The examples in the help of <Cmdlet>' -ForEach $cmdlets {
    It 'run' {
        $failures = foreach ($example in (Get-Help $Cmdlet).examples.example) {
            try { Invoke-Example $example.code }
            catch { "$($example.title)`n$_" }
        }
        $failures | Should -BeNullOrEmpty
    }
}
