BeforeDiscovery {
    $readme = (Get-Content -LiteralPath (Join-Path $PSScriptRoot '../../README.md') -Raw) -replace '\r'

    # What can't be run here, by how it begins, and why.
    $notRun = @{
        './build.ps1' = 'it builds the module that the tests have loaded'
    }

    $blocks = foreach ($match in [regex]::Matches($readme, '(?s)```powershell\n(.*?)\n```')) {
        $code = $match.Groups[1].Value
        if ($notRun.Keys.Where({ $code.StartsWith($_) })) { continue }
        @{ Name = ($code -split '\n' -ne '')[0]; Code = $code }
    }
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Examples.ps1"

    # What the text around a block says to have. What would leave this machine answers here.
    $given = {
        function dotnet { }
        function Test-ConvConnection { $true }
        $accountSid = 'AC' + '0' * 32; $apiKeySid = 'SK' + '0' * 32; $serviceSid = 'IS' + '0' * 32
        $keyId = 'app_000000000000000000000000'; $appId = '0' * 24; $subdomain = 'contoso'
        $null = New-ConvUser ada
        $stale = Get-ConvConversation -State closed -First 5
        $conversationSid = (Get-ConvConversation -State active -First 1).ConversationSid
        $conversationId = (Get-SunshineConversation -UserExternalId crm-1001 -First 1).ConversationId
        $one = (Get-ConvConnection Sandbox-Sunshine).Sandbox.SampleUserId
    }
    # A script for an account of one's own, on the sandbox that is open already.
    $onSandbox = { function Connect-ConvProvider { } }
}

Describe 'What the README shows' {
    It 'runs: <Name>' -ForEach $blocks {
        $built = $Code.Replace('./output/ConversationsAdmin', "'$modulePath'")
        Invoke-Example $built ([scriptblock]::Create("$given`n$($Code -match 'CONV_SERVICE_SID' ? $onSandbox : '')"))
    }
}

Describe 'What runs an example' {
    It 'fails with its error' {
        { Invoke-Example 'Get-ConvConversation -UniqueName none-of-this-name' } | Should -Throw '*none-of-this-name*'
    }

    It 'fails where it would have to ask' {
        { Invoke-Example 'Get-ConvConversation -First 1 | Remove-ConvConversation' } | Should -Throw "*can't ask*"
    }
}
