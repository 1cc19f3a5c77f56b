# What people mistype, misspell and pipe by mistake must not reach further than they meant.

BeforeAll {
    . "$PSScriptRoot/Common.ps1"

    function Assert-NothingSent { @(Get-Sent).Count | Should -Be 0 }

    # A second service with a conversation of its own.
    function Add-OtherPlace {
        $service = New-ConvService 'Elsewhere'
        $conversation = New-ConvConversation -ServiceSid $service.ServiceSid -UniqueName shared -FriendlyName Elsewhere
        @{ Service = $service; Conversation = $conversation }
    }
}

AfterAll { Close-Connection }

Describe 'A misspelt variable' {
    BeforeAll { $null = Connect-TestSandbox }
    BeforeEach { Clear-Sent }

    It 'is an error, and not the default or everything: <_>' -ForEach @(
        'Remove-ConvConversation -UniqueName shared -ServiceSid $misspelt -Confirm:$false'
        'Remove-ConvUser -Identity ada -ServiceSid $misspelt.ServiceSid -Confirm:$false'
        'Set-ConvServiceConfiguration -ServiceSid $misspelt -ReachabilityEnabled $true'
        'New-ConvUser ada -ServiceSid $misspelt'
        'Get-ConvConversation -ServiceSid $misspelt'
        'Get-ConvConversation -State $misspelt'
        'Get-ConvBinding -Identity $misspelt'
        'Get-ConvBinding -BindingType $misspelt'
        'Get-ConvUserConversation -Identity $misspelt'
        'Get-ConvUserConversation -UserSid $misspelt'
        'Get-ConvMessage -ConversationSid $misspelt'
        'Set-ConvServiceWebhook -Filter $misspelt -Method POST'
        'Connect-ConvProvider Twilio -BaseUri $misspelt'
        'Connect-ConvProvider Twilio -Sandbox -ServiceSid $misspelt'
        'Connect-ConvProvider Twilio -Sandbox -SandboxOption $misspelt'
        'Get-ConvConnection $misspelt'
        'Get-ConvConversation -Connection $misspelt'
    ) {
        @(Get-ErrorOf ([scriptblock]::Create($_))).Count | Should -Be 1
        Assert-NothingSent
    }

    It 'is no service for objects from the pipeline either' {
        $conversations = Get-ConvConversation -First 2
        Clear-Sent
        $ended = Get-EndOf { $conversations | Remove-ConvConversation -ServiceSid $misspelt -Confirm:$false }
        $ended.FullyQualifiedErrorId | Should -BeLike 'NullArgument,*'
        Assert-NothingSent
    }
}

Describe 'An object that is given instead of piped' {
    BeforeAll {
        $null = Connect-TestSandbox
        $there = Add-OtherPlace
    }
    BeforeEach { Clear-Sent }

    It 'is refused, because its service would be lost: <_>' -ForEach @(
        'Remove-ConvConversation $there.Conversation -Confirm:$false'
        'Set-ConvConversation $there.Conversation -FriendlyName x'
        'Get-ConvParticipant $there.Conversation'
        'New-ConvMessage $there.Conversation -Body x'
        'Remove-ConvConversation -ConversationSid @($there.Conversation, $there.Conversation) -Confirm:$false'
        'Get-ConvRole -ServiceSid $there.Service'
    ) {
        $refused = Get-EndOf ([scriptblock]::Create($_))
        $refused.Exception.Message | Should -Match 'Pipe it'
        Assert-NothingSent
    }
}

Describe 'A script block as a value' {
    BeforeAll { $null = Connect-TestSandbox }
    BeforeEach { Clear-Sent }

    It 'is refused and never sent as its own text: <_>' -ForEach @(
        '$input | New-ConvMessage -Body { "Hello $($_.FriendlyName)" }'
        '$input | Set-ConvConversation -FriendlyName { $_.FriendlyName }'
        '$input | Set-ConvConversation -Attributes { $_.Attributes }'
        'New-ConvUser -Identity { "ada" }'
        '$input | Remove-ConvConversation -Connection { "Other" } -Confirm:$false'
        '$input | Get-ConvParticipant -ConversationSid { $_.ConversationSid }'
        '$input | Get-ConvRole -ServiceSid { $_.ServiceSid }'
    ) {
        $conversation = Get-ConvConversation -State active -First 1
        Clear-Sent
        $call = [scriptblock]::Create($_)
        $refused = @(Get-ErrorOf { $conversation | & $call })
        $refused[0].Exception.Message | Should -Match 'script block.*ForEach-Object'
        Assert-NothingSent
    }
}

Describe 'What comes down the pipeline' {
    BeforeAll {
        $null = Connect-TestSandbox
        $conversation = Get-ConvConversation -State active -First 1
    }
    BeforeEach { Clear-Sent }

    It 'lists nothing when it does not say what it is: <_>' -ForEach @(
        '[pscustomobject]@{ ServiceSid = $conversation.ServiceSid; Identity = "ada" } | Get-ConvConversation'
        '[pscustomobject]@{ ServiceSid = $conversation.ServiceSid; ResourceType = "" } | Get-ConvConversation'
        '[pscustomobject]@{ AccountSid = $conversation.AccountSid; Identity = "ada" } | Get-ConvUser -ServiceSid $conversation.ServiceSid'
        '[pscustomobject]@{ ConversationSid = $conversation.ConversationSid } | Get-ConvMessage'
        '$conversation | Get-ConvServiceConfiguration'
    ) {
        $refused = @(Get-ErrorOf ([scriptblock]::Create($_)))
        $refused.Count | Should -Be 1
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'WrongTarget,*'
        Assert-NothingSent
    }

    It 'creates nothing for what only lies in the same place: <_>' -ForEach @(
        'Get-ConvParticipant $conversation.ConversationSid | New-ConvMessage -Body hi'
        'Get-ConvMessage $conversation.ConversationSid | New-ConvMessage -Body hi'
        'Get-ConvConversation -First 3 | New-ConvConversation -FriendlyName twice'
        'Get-ConvConversation -First 3 | New-ConvUser ada'
        'Get-ConvService | New-ConvService twice'
        '[pscustomobject]@{ Identity = "ada" } | New-ConvRole x service createConversation'
        '[pscustomobject]@{ ServiceSid = $conversation.ServiceSid } | New-ConvUser ada'
        'Get-ConvConnection | New-ConvConversation -FriendlyName x'
        '$conversation | New-ConvMessage -ConversationSid $conversation.ConversationSid -Body hi'
    ) {
        @(Get-ErrorOf ([scriptblock]::Create($_))).Count | Should -BeGreaterThan 0
        @(Get-Sent | Where-Object Method -EQ 'POST').Count | Should -Be 0
    }

    It 'may be one bad row among good ones: the others go on' {
        $rows = @($conversation, [pscustomobject]@{ ResourceType = 'ConvConversation'; ConversationSid = 'CHbad'; ServiceSid = $conversation.ServiceSid }, $conversation)
        $errorsOfRun = $null
        $written = @($rows | New-ConvMessage -Body hi -ErrorAction SilentlyContinue -ErrorVariable errorsOfRun)
        $written.Count | Should -Be 2
        @($errorsOfRun).Count | Should -Be 1
        $errorsOfRun[0].FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'

        $removable = @($written[0], ($written[0] | Select-Object * | ForEach-Object { $_.ServiceSid = 'ISbad'; $_ }), $written[1])
        $outcomes = @($removable | Remove-ConvMessage -Confirm:$false -PassThru -ErrorAction SilentlyContinue -ErrorVariable errorsOfRun)
        $outcomes.Status | Should -Be 'Removed', 'Removed'
        @($errorsOfRun).Count | Should -Be 1
    }

    It 'is not looked for in the default service when it does not say of which it is' {
        $rows = $conversation | Select-Object * | ForEach-Object { $_.ServiceSid = ''; $_ }
        $refused = @(Get-ErrorOf { $rows | Remove-ConvConversation -Confirm:$false })
        $refused[0].FullyQualifiedErrorId | Should -BeLike 'InvalidIdentifier,*'
        $refused[0].Exception.Message | Should -Match 'Give -ServiceSid too'
        Assert-NothingSent
        ($rows | Set-ConvConversation -ServiceSid $conversation.ServiceSid -FriendlyName known).FriendlyName | Should -Be 'known'
    }

    It 'may have lost its connection in a CSV file' {
        $row = $conversation | Select-Object * | ForEach-Object { $_.ConnectionName = ''; $_ }
        @($row | Get-ConvParticipant).Count | Should -BeGreaterThan 0
    }

    It 'is told of when a run ends before it was begun' {
        $null = Connect-TestSandbox @{ Latency = '00:00:00.2' } 'Slow'
        $services = @(Get-ConvService).Count
        $many = @(Get-ConvConversation -State active -First 20) + @(Get-ConvService)
        $told = @(& { try { $many | Set-ConvConversation -FriendlyName x -ThrottleLimit 2 3>&1 } catch { $_ } })
        $told[-1].FullyQualifiedErrorId | Should -BeLike 'WrongTarget,*'
        $changed = @($told | Where-Object ResourceType -EQ 'ConvConversation').Count
        $changed | Should -Be @(Get-Sent Slow | Where-Object Method -EQ 'POST').Count
        @($told | Where-Object { "$_" -match "early: $($many.Count - $services - $changed) .* not begun" }).Count | Should -Be 1
        Get-ConvConnection Slow | Disconnect-ConvProvider
        $null = Select-ConvConnection Sandbox
    }
}

Describe 'Several words as one value' {
    It 'are refused where single words are meant: <_>' -ForEach @(
        'Set-ConvRole $role -Permission "sendMessage, leaveConversation" -Force'
        'New-ConvRole x service "createConversation joinConversation"'
        'Get-ConvConversation -State "closed,active"'
    ) {
        $null = Connect-TestSandbox
        $role = 'RL' + '1' * 32
        $refused = @(Get-ErrorOf ([scriptblock]::Create($_)))
        $refused[0].Exception.Message | Should -Match 'several words.*-split'
        Assert-NothingSent
    }

}

Describe 'A blank beside a word' {
    It 'does not close a conversation without the question' {
        $text = Invoke-Unattended @'
Connect-ConvProvider Twilio -Sandbox
Get-ConvConversation -State active -First 1 | Set-ConvConversation -State ' closed' -Confirm:$false
"writes: $(@((Get-ConvConnection).Sandbox.Requests | Where-Object Method -EQ 'POST').Count)"
'@
        $text | Should -Match '-Force'
        $text | Should -Match 'writes: 0'
    }
}

Describe 'An outcome that was named by a name' {
    It 'is the error of its item when it is piped again, and the others go on' {
        $null = Connect-TestSandbox
        $outcome = Remove-ConvConversation -UniqueName nosuch -Confirm:$false -PassThru -ErrorAction SilentlyContinue
        $outcome.Status | Should -Be 'Failed'
        $errorsOfRun = $null
        $again = @($outcome, (Get-ConvConversation -First 1) | Remove-ConvConversation -Confirm:$false -PassThru -ErrorAction SilentlyContinue -ErrorVariable errorsOfRun)
        $again.Status | Should -Be 'Removed'
        $errorsOfRun[0].Exception.Message | Should -Match 'name it so again'
    }
}

Describe '-First and -Skip' {
    It 'count for each list' {
        $null = Connect-TestSandbox
        $three = Get-ConvConversation -State closed -First 3
        $latest = @($three | Get-ConvMessage -Order desc -First 1)
        $latest.Count | Should -Be 3
        @($latest.ConversationSid | Sort-Object -Unique).Count | Should -Be 3
        foreach ($message in $latest) {
            $message.Index | Should -Be (@(Get-ConvMessage $message.ConversationSid)[-1].Index)
        }
    }
}

Describe 'A configuration' {
    It 'is not changed in another account under the same name of a connection' {
        $null = Connect-TestSandbox
        $configuration = Get-ConvServiceConfiguration
        $configuration.AccountSid | Should -Match '^AC'
        $null = Connect-TestSandbox @{ Seed = 99 }
        $ended = Get-EndOf { $configuration | Set-ConvServiceConfiguration -ReachabilityEnabled $true }
        $ended.FullyQualifiedErrorId | Should -BeLike 'WrongTarget,*'
        Assert-NothingSent
    }
}

Describe 'Taking a user out of a conversation' {
    It 'is called that in the question' {
        $null = Connect-TestSandbox
        $entry = Get-ConvUser | Get-ConvUserConversation | Select-Object -First 1
        $told = Get-WhatIf { $entry | Remove-ConvUserConversation -WhatIf }
        $told | Should -Match "Take the user out.*user $($entry.UserSid) in conversation $($entry.ConversationSid)"
    }
}

Describe 'A run that ends early' {
    BeforeEach { $null = Connect-TestSandbox @{ FailWith = $(if ($Code) { $Code } else { 50385 }); FailOn = 'Writes'; Latency = '00:00:00.05'; Conversations = 600 } }

    It 'begins no more than what was under way: <Why>' -ForEach @(
        @{ Why = 'refused credentials'; Code = 20003; Action = 'Continue' }
        @{ Why = '-ErrorAction Stop'; Code = 50385; Action = 'Stop' }
    ) {
        $many = Get-ConvConversation -State active -First 40
        Clear-Sent
        $null = Get-EndOf { $many | New-ConvMessage -Body hi -ThrottleLimit 5 -ErrorAction $Action }
        @(Get-Sent).Count | Should -BeLessOrEqual 6
    }

    It 'tells of each failure: one as the error that ends it, the others as warnings' {
        $many = Get-ConvConversation -State active -First 40
        Clear-Sent
        $told = @(& { try { $many | New-ConvMessage -Body hi -ThrottleLimit 5 -ErrorAction Stop 3>&1 } catch { $_ } })
        $failures = @($told | Where-Object { "$_" -match '50385' })
        $failures.Count | Should -Be @(Get-Sent).Count
        @($told | Where-Object { "$_" -match 'not begun' }).Count | Should -Be 1
    }
}

Describe 'A blank cell of a CSV file' {
    BeforeAll { $null = Connect-TestSandbox }
    BeforeEach { Clear-Sent }

    It 'is no 0: <_>' -ForEach @(
        'Set-ConvUserConversation ("US" + "1" * 32) ("CH" + "1" * 32) -LastReadMessageIndex ""'
        'Set-ConvParticipant ("CH" + "1" * 32) ("MB" + "1" * 32) -LastReadMessageIndex " "'
        'New-ConvWebhook ("CH" + "1" * 32) -ConfigurationFlowSid ("FW" + "1" * 32) -ConfigurationReplayAfter ""'
    ) {
        @(Get-ErrorOf ([scriptblock]::Create($_)))[0].Exception.Message | Should -Match 'blank'
        Assert-NothingSent
    }
}

Describe 'What is for lists' {
    It 'is refused beside an identifier: <_>' -ForEach @(
        'Get-ConvRole ("RL" + "1" * 32) -Skip 1'
        'Get-ConvBinding ("BS" + "1" * 32) -BindingType apn'
        'Get-ConvService ("IS" + "1" * 32) -First 1'
    ) {
        $null = Connect-TestSandbox
        @(Get-ErrorOf ([scriptblock]::Create($_)))[0].FullyQualifiedErrorId | Should -BeLike 'NotExactlyOne,*'
        Assert-NothingSent
    }
}

Describe 'Attributes that are copied' {
    BeforeAll { $null = Connect-TestSandbox }

    It 'are not replaced by what ConvertTo-Json left of them' {
        $conversation = New-ConvConversation -Attributes @{ nested = @{ x = @{ y = 1 } } }
        $row = $conversation | ConvertTo-Json -WarningAction SilentlyContinue | ConvertFrom-Json
        Clear-Sent
        (Get-EndOf { $conversation | Set-ConvConversation -Attributes $row.Attributes }).Exception.Message | Should -Match 'ConvertTo-Json with too little -Depth'
        Assert-NothingSent
        ($conversation | Set-ConvConversation -Attributes $row.AttributesJson).Attributes.nested.x.y | Should -Be 1
    }

    It 'are not replaced by nothing when they are no object' {
        $conversation = New-ConvConversation -Attributes '[1, 2, {"a": 1}]'
        $conversation.Attributes | Should -BeNullOrEmpty
        Clear-Sent
        Get-EndOf { $conversation | Set-ConvConversation -Attributes $conversation.Attributes } | Should -Not -BeNullOrEmpty
        Assert-NothingSent
    }

    It 'hold no number that JSON has not' {
        Clear-Sent
        (Get-EndOf { New-ConvConversation -Attributes @{ a = [double]::NaN } }).Exception.Message | Should -Match 'JSON has no number for NaN'
        Assert-NothingSent
    }
}
