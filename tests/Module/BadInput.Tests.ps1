BeforeDiscovery {
    # What identifies, as a message calls it: of Twilio by the two letters that 32 digits follow.
    $kinds = [ordered]@{
        IS = 'a service SID'; CH = 'a conversation SID'; MB = 'a participant SID'; IM = 'a message SID'; DY = 'a receipt SID'; WH = 'a webhook SID'
        RL = 'a role SID'; US = 'a user SID'; BS = 'a binding SID'; MG = 'a messaging service SID'; ME = 'a media SID'; HX = 'a content SID'; FW = 'a flow SID'
        KS = 'a proxy service SID'; KC = 'a session SID'
        TelnyxId = 'a Telnyx conversation id'; SunshineId = 'a Sunshine conversation id'; App = 'an app id'
    }

    # One of each kind, and what its form is.
    $digits = '1' * 24
    $uuid = '11111111-1111-1111-1111-111111111111'
    $one = @{ TelnyxId = $uuid; SunshineId = $digits; App = $digits }
    $form = @{ TelnyxId = 'a UUID such as [0-9a-f-]{36}'; SunshineId = '24 hexadecimal digits'; App = '24 hexadecimal digits' }
    $near = @{
        TelnyxId   = ('1' * 32), "{$uuid}", "$uuid/", ($uuid -replace '.$'), ($uuid -replace '.$', 'g'), "$uuid "
        SunshineId = ('1' * 23), ('1' * 25), ('1' * 23 + 'g'), "$digits/", "$digits "
    }
    $near.App = $near.SunshineId
    foreach ($sid in @($kinds.Keys) -clike '??') {
        $one[$sid] = $sid + '1' * 32
        $form[$sid] = "$sid and 32 hexadecimal digits"
        $near[$sid] = ($sid + '1' * 31), ($sid + '1' * 33), ($sid + '1' * 31 + 'g'), ($sid.ToLowerInvariant() + '1' * 32)
    }

    # The kind that a parameter takes; two providers have a ConversationId.
    $kindOf = @{
        ProxyServiceSid = 'KS'; SessionSid = 'KC'; AppId = 'App'; Id = 'TelnyxId'
        ServiceSid = 'IS'; ConversationSid = 'CH'; ParticipantSid = 'MB'; MessageSid = 'IM'; ReceiptSid = 'DY'; WebhookSid = 'WH'; RoleSid = 'RL'
        UserSid = 'US'; BindingSid = 'BS'; MessagingServiceSid = 'MG'; MediaSid = 'ME'; ContentSid = 'HX'; ConfigurationFlowSid = 'FW'
        DefaultConversationCreatorRoleSid = 'RL'; DefaultConversationRoleSid = 'RL'; DefaultChatServiceRoleSid = 'RL'
    }

    # Every cmdlet with what else it needs, and the identifiers that it takes.
    $takers = @(
        @{ Command = 'Connect-ConvProvider'; Sids = 'ServiceSid', 'ProxyServiceSid'; With = @{ Sandbox = $true; Name = 'Other' } }
        @{ Command = 'Connect-ConvProvider'; Sids = 'AppId'; With = @{ Provider = 'Sunshine'; Sandbox = $true; Name = 'Other' } }
        @{ Command = 'Export-ConvConversation'; Sids = 'ServiceSid', 'ConversationSid'; With = @{ Path = 'never.jsonl' } }
        @{ Command = 'Export-ConvConversation'; Sids = 'ProxyServiceSid', 'SessionSid'; With = @{ Path = 'never.jsonl' } }
        @{ Command = 'Export-ConvConversation'; Sids = 'AppId'; With = @{ Path = 'never.jsonl'; ConversationId = $digits } }
        @{ Command = 'New-ConvCleanupPlan'; Sids = 'ServiceSid'; With = @{ Name = '*' } }
        @{ Command = 'New-ConvCleanupPlan'; Sids = 'ProxyServiceSid'; With = @{ ResourceType = 'ProxySession'; Name = '*' } }
        @{ Command = 'New-ConvCleanupPlan'; Sids = 'AppId'; With = @{ ResourceType = 'SunshineConversation'; Name = '*'; UserId = 'ada' } }
        @{ Command = 'Get-ConvService'; Sids = 'ServiceSid' }
        @{ Command = 'Remove-ConvService'; Sids = 'ServiceSid'; With = @{ Force = $true; Confirm = $false } }
        @{ Command = 'Get-ConvServiceConfiguration'; Sids = 'ServiceSid' }
        @{ Command = 'Set-ConvServiceConfiguration'; Sids = 'ServiceSid', 'DefaultConversationCreatorRoleSid', 'DefaultConversationRoleSid', 'DefaultChatServiceRoleSid' }
        @{ Command = 'Get-ConvServiceNotification'; Sids = 'ServiceSid' }
        @{ Command = 'Set-ConvServiceNotification'; Sids = 'ServiceSid'; With = @{ LogEnabled = $true } }
        @{ Command = 'Get-ConvServiceWebhook'; Sids = 'ServiceSid' }
        @{ Command = 'Set-ConvServiceWebhook'; Sids = 'ServiceSid'; With = @{ Method = 'GET' } }
        @{ Command = 'Get-ConvConversation'; Sids = 'ServiceSid', 'ConversationSid' }
        @{ Command = 'New-ConvConversation'; Sids = 'ServiceSid', 'MessagingServiceSid' }
        @{ Command = 'Set-ConvConversation'; Sids = 'ServiceSid', 'ConversationSid', 'MessagingServiceSid' }
        @{ Command = 'Remove-ConvConversation'; Sids = 'ServiceSid', 'ConversationSid'; With = @{ Confirm = $false } }
        @{ Command = 'Get-ConvParticipant'; Sids = 'ServiceSid', 'ConversationSid', 'ParticipantSid' }
        @{ Command = 'Add-ConvParticipant'; Sids = 'ServiceSid', 'ConversationSid', 'RoleSid'; With = @{ Identity = 'ada' } }
        @{ Command = 'Set-ConvParticipant'; Sids = 'ServiceSid', 'ConversationSid', 'ParticipantSid', 'RoleSid' }
        @{ Command = 'Remove-ConvParticipant'; Sids = 'ServiceSid', 'ConversationSid', 'ParticipantSid'; With = @{ Confirm = $false } }
        @{ Command = 'Get-ConvMessage'; Sids = 'ServiceSid', 'ConversationSid', 'MessageSid' }
        @{ Command = 'New-ConvMessage'; Sids = 'ServiceSid', 'ConversationSid', 'MediaSid' }
        @{ Command = 'New-ConvMessage'; Sids = 'ServiceSid', 'ConversationSid', 'ContentSid' }
        @{ Command = 'Set-ConvMessage'; Sids = 'ServiceSid', 'ConversationSid', 'MessageSid'; With = @{ Body = 'x' } }
        @{ Command = 'Remove-ConvMessage'; Sids = 'ServiceSid', 'ConversationSid', 'MessageSid'; With = @{ Confirm = $false } }
        @{ Command = 'Get-ConvMessageReceipt'; Sids = 'ServiceSid', 'ConversationSid', 'MessageSid', 'ReceiptSid' }
        @{ Command = 'Get-ConvWebhook'; Sids = 'ServiceSid', 'ConversationSid', 'WebhookSid' }
        @{ Command = 'New-ConvWebhook'; Sids = 'ServiceSid', 'ConversationSid', 'ConfigurationFlowSid' }
        @{ Command = 'Set-ConvWebhook'; Sids = 'ServiceSid', 'ConversationSid', 'WebhookSid', 'ConfigurationFlowSid' }
        @{ Command = 'Remove-ConvWebhook'; Sids = 'ServiceSid', 'ConversationSid', 'WebhookSid'; With = @{ Confirm = $false } }
        @{ Command = 'Get-ConvRole'; Sids = 'ServiceSid', 'RoleSid' }
        @{ Command = 'New-ConvRole'; Sids = 'ServiceSid'; With = @{ FriendlyName = 'x'; Type = 'service'; Permission = 'sendMessage' } }
        @{ Command = 'Set-ConvRole'; Sids = 'ServiceSid', 'RoleSid'; With = @{ Permission = 'sendMessage'; Force = $true } }
        @{ Command = 'Remove-ConvRole'; Sids = 'ServiceSid', 'RoleSid'; With = @{ Confirm = $false } }
        @{ Command = 'Get-ConvUser'; Sids = 'ServiceSid', 'UserSid' }
        @{ Command = 'New-ConvUser'; Sids = 'ServiceSid', 'RoleSid'; With = @{ Identity = 'ada' } }
        @{ Command = 'Set-ConvUser'; Sids = 'ServiceSid', 'UserSid', 'RoleSid' }
        @{ Command = 'Remove-ConvUser'; Sids = 'ServiceSid', 'UserSid'; With = @{ Confirm = $false } }
        @{ Command = 'Get-ConvUserConversation'; Sids = 'ServiceSid', 'UserSid', 'ConversationSid' }
        @{ Command = 'Set-ConvUserConversation'; Sids = 'ServiceSid', 'UserSid', 'ConversationSid'; With = @{ NotificationLevel = 'muted' } }
        @{ Command = 'Remove-ConvUserConversation'; Sids = 'ServiceSid', 'UserSid', 'ConversationSid'; With = @{ Confirm = $false } }
        @{ Command = 'Get-ConvBinding'; Sids = 'ServiceSid', 'BindingSid' }
        @{ Command = 'Remove-ConvBinding'; Sids = 'ServiceSid', 'BindingSid'; With = @{ Confirm = $false } }
        @{ Command = 'Get-ConvParticipantConversation'; Sids = 'ServiceSid'; With = @{ Identity = 'ada' } }
        @{ Command = 'Find-ConvParticipantBlocker'; Sids = 'ServiceSid'; With = @{ Address = '+15558675310'; ProxyAddress = '+15017122661' } }
        @{ Command = 'Remove-ConvIdentity'; Sids = 'ServiceSid'; With = @{ Identity = 'ada'; Confirm = $false } }
        @{ Command = 'New-ConvCleanupPlan'; Sids = 'ServiceSid'; With = @{ Name = '*' } }
        @{ Command = 'New-ConvCleanupPlan'; Sids = 'ProxyServiceSid'; With = @{ ResourceType = 'ProxySession'; Name = '*' } }
        @{ Command = 'New-ConvCleanupPlan'; Sids = 'AppId'; With = @{ ResourceType = 'SunshineConversation'; UserId = 'ada'; Name = '*' } }
        @{ Command = 'Get-ProxySession'; Sids = 'ProxyServiceSid', 'SessionSid' }
        @{ Command = 'New-ProxySession'; Sids = 'ProxyServiceSid' }
        @{ Command = 'Set-ProxySession'; Sids = 'ProxyServiceSid', 'SessionSid'; With = @{ Ttl = 1 } }
        @{ Command = 'Remove-ProxySession'; Sids = 'ProxyServiceSid', 'SessionSid'; With = @{ Confirm = $false } }
        @{ Command = 'Get-TelnyxConversation'; Sids = 'ConversationId' }
        @{ Command = 'Get-TelnyxConversation'; Sids = 'Id' }
        @{ Command = 'Get-TelnyxConversationMessage'; Sids = 'ConversationId' }
        @{ Command = 'Get-TelnyxConversationInsight'; Sids = 'ConversationId' }
        @{ Command = 'Set-TelnyxConversation'; Sids = 'ConversationId'; With = @{ Metadata = '{}' } }
        @{ Command = 'Remove-TelnyxConversation'; Sids = 'ConversationId'; With = @{ Confirm = $false } }
        @{ Command = 'Get-SunshineConversation'; Sids = 'AppId', 'ConversationId' }
        @{ Command = 'New-SunshineConversation'; Sids = 'AppId'; With = @{ Type = 'sdkGroup' } }
        @{ Command = 'Set-SunshineConversation'; Sids = 'AppId', 'ConversationId'; With = @{ DisplayName = 'x' } }
        @{ Command = 'Remove-SunshineConversation'; Sids = 'AppId', 'ConversationId'; With = @{ Confirm = $false } }
    )

    # One row for each identifier of each cmdlet; Good is the whole call with an identifier that fits in each place.
    $identifiers = foreach ($taker in $takers) {
        $kindOf.ConversationId = $taker.Command -like '*-Telnyx*' ? 'TelnyxId' : 'SunshineId'
        $good = @{}
        foreach ($name in $taker.Sids) { $good[$name] = $one[$kindOf[$name]] }
        if ($taker.With) { foreach ($name in $taker.With.Keys) { $good[$name] = $taker.With[$name] } }
        foreach ($name in $taker.Sids) {
            $kind = $kindOf[$name]
            # What looks the same can't be told apart.
            $others = $kinds.Keys | Where-Object { $one[$_] -ne $one[$kind] -and $_ -ne 'App' } | ForEach-Object { @{ Text = $one[$_]; Noun = $kinds[$_] } }
            @{ Command = $taker.Command; Parameter = $name; Noun = $kinds[$kind]; Form = $form[$kind]; Near = $near[$kind]; Others = $others; Good = $good }
        }
    }

    $texts = @(
        @{ Command = 'New-ConvService'; Parameter = 'FriendlyName'; Max = 256; Unit = 'characters' }
        @{ Command = 'New-ConvConversation'; Parameter = 'FriendlyName'; Max = 256; Unit = 'characters' }
        @{ Command = 'Set-ConvConversation $conversation'; Parameter = 'FriendlyName'; Max = 256; Unit = 'characters' }
        @{ Command = 'New-ConvUser ada'; Parameter = 'FriendlyName'; Max = 256; Unit = 'characters' }
        @{ Command = 'Set-ConvUser $user'; Parameter = 'FriendlyName'; Max = 256; Unit = 'characters' }
        @{ Command = 'New-ConvRole -Type service -Permission sendMessage'; Parameter = 'FriendlyName'; Max = 64; Unit = 'characters' }
        @{ Command = 'New-ConvUser'; Parameter = 'Identity'; Max = 256; Unit = 'characters' }
        @{ Command = 'Add-ConvParticipant $conversation'; Parameter = 'Identity'; Max = 256; Unit = 'characters' }
        @{ Command = 'Set-ConvParticipant $conversation $participant'; Parameter = 'Identity'; Max = 256; Unit = 'characters' }
        @{ Command = 'Get-ConvParticipantConversation'; Parameter = 'Identity'; Max = 256; Unit = 'characters' }
        @{ Command = 'Get-ConvParticipantConversation'; Parameter = 'Address'; Max = 256; Unit = 'characters' }
        @{ Command = 'Get-ConvBinding'; Parameter = 'Identity'; Max = 256; Unit = 'characters' }
        @{ Command = 'Add-ConvParticipant $conversation'; Parameter = 'MessagingBindingAddress'; Max = 256; Unit = 'characters' }
        @{ Command = 'Add-ConvParticipant $conversation -MessagingBindingAddress +15558675310'; Parameter = 'MessagingBindingProxyAddress'; Max = 256; Unit = 'characters' }
        @{ Command = 'Set-ConvParticipant $conversation $participant'; Parameter = 'MessagingBindingProxyAddress'; Max = 256; Unit = 'characters' }
        @{ Command = 'Set-ConvParticipant $conversation $participant'; Parameter = 'MessagingBindingProjectedAddress'; Max = 256; Unit = 'characters' }
        @{ Command = 'New-ConvMessage $conversation -Body x'; Parameter = 'Author'; Max = 256; Unit = 'characters' }
        @{ Command = 'New-ConvMessage $conversation -Body x'; Parameter = 'Subject'; Max = 256; Unit = 'characters' }
        @{ Command = 'Set-ConvMessage $conversation $message'; Parameter = 'Subject'; Max = 256; Unit = 'characters' }
        @{ Command = 'New-ConvMessage $conversation'; Parameter = 'Body'; Max = 32768; Unit = 'bytes' }
        @{ Command = 'Set-ConvMessage $conversation $message'; Parameter = 'Body'; Max = 32768; Unit = 'bytes' }
        @{ Command = 'New-ConvWebhook $conversation -ConfigurationFilter onMessageAdded'; Parameter = 'ConfigurationUrl'; Max = 512; Prefix = 'https://example.com/'; Unit = 'characters' }
        @{ Command = 'Set-ConvWebhook $conversation $webhook'; Parameter = 'ConfigurationUrl'; Max = 512; Prefix = 'https://example.com/'; Unit = 'characters' }
        @{ Command = 'Set-ConvServiceWebhook'; Parameter = 'PreWebhookUrl'; Max = 512; Prefix = 'https://example.com/'; Unit = 'characters' }
        @{ Command = 'Set-ConvServiceWebhook'; Parameter = 'PostWebhookUrl'; Max = 512; Prefix = 'https://example.com/'; Unit = 'characters' }
        @{ Command = 'New-ProxySession'; Parameter = 'UniqueName'; Max = 191; Unit = 'characters' }
        @{ Command = 'New-SunshineConversation sdkGroup'; Parameter = 'DisplayName'; Max = 100; Unit = 'characters' }
        @{ Command = 'Set-SunshineConversation $sunshine'; Parameter = 'DisplayName'; Max = 100; Unit = 'characters' }
        @{ Command = 'New-SunshineConversation sdkGroup'; Parameter = 'Description'; Max = 100; Unit = 'characters' }
        @{ Command = 'Set-SunshineConversation $sunshine'; Parameter = 'Description'; Max = 100; Unit = 'characters' }
        @{ Command = 'New-SunshineConversation sdkGroup'; Parameter = 'IconUrl'; Max = 2048; Prefix = 'https://example.com/'; Unit = 'characters' }
        @{ Command = 'Set-SunshineConversation $sunshine'; Parameter = 'IconUrl'; Max = 2048; Prefix = 'https://example.com/'; Unit = 'characters' }
    )

    $json = @(
        @{ Command = 'New-ConvConversation'; Parameter = 'Attributes'; Max = 16384 }
        @{ Command = 'Set-ConvConversation $conversation'; Parameter = 'Attributes'; Max = 16384 }
        @{ Command = 'Add-ConvParticipant $conversation -Identity ada'; Parameter = 'Attributes'; Max = 4096 }
        @{ Command = 'Set-ConvParticipant $conversation $participant'; Parameter = 'Attributes'; Max = 4096 }
        @{ Command = 'New-ConvMessage $conversation -Body x'; Parameter = 'Attributes'; Max = 4096 }
        @{ Command = 'Set-ConvMessage $conversation $message'; Parameter = 'Attributes'; Max = 4096 }
        @{ Command = 'New-ConvUser ada'; Parameter = 'Attributes'; Max = 16384 }
        @{ Command = 'Set-ConvUser $user'; Parameter = 'Attributes'; Max = 16384 }
        @{ Command = 'New-ConvUser ada'; Parameter = 'Attributes' }
        @{ Command = 'Set-ConvUser $user'; Parameter = 'Attributes' }
        @{ Command = 'New-ConvMessage $conversation -ContentSid $content'; Parameter = 'ContentVariables' }
        @{ Command = 'New-TelnyxConversation'; Parameter = 'Metadata' }
        @{ Command = 'Set-TelnyxConversation $telnyx'; Parameter = 'Metadata' }
        @{ Command = 'New-SunshineConversation sdkGroup'; Parameter = 'Metadata' }
        @{ Command = 'Set-SunshineConversation $sunshine'; Parameter = 'Metadata' }
    )

    $updates = @(
        'Set-ConvConversation $conversation', 'Set-ConvParticipant $conversation $participant', 'Set-ConvMessage $conversation $message'
        'Set-ConvWebhook $conversation $webhook', 'Set-ConvUser $user', 'Set-ConvUser -Identity ada', 'Set-ConvUserConversation $user $conversation'
        'Set-ConvServiceConfiguration', 'Set-ConvServiceNotification', 'Set-ConvServiceWebhook'
        'Set-ProxySession $session', 'Set-TelnyxConversation $telnyx', 'Set-SunshineConversation $sunshine'
    )

    $lists = @(
        @{ Command = 'Get-ConvService'; Max = 100; Arrange = { 1..101 | ForEach-Object { $null = New-ConvService "s$_" } } }
        @{ Command = 'Get-ConvConversation'; Max = 100 }
        @{ Command = 'Get-ConvParticipant $talk'; Max = 100 }
        @{ Command = 'Get-ConvMessage $talk'; Max = 100; Arrange = { 1..101 | ForEach-Object { $null = New-ConvMessage $talk -Body "m$_" } } }
        @{ Command = 'Get-ConvBinding'; Max = 100 }
        @{ Command = 'Get-ConvMessageReceipt $talk $first'; Max = 50 }
        @{ Command = 'Get-ConvRole'; Max = 50; Arrange = { 1..51 | ForEach-Object { $null = New-ConvRole "r$_" service sendMessage } } }
        @{ Command = 'Get-ConvUser'; Max = 50 }
        @{ Command = 'Get-ConvUserConversation -Identity member-1'; Max = 50 }
        @{ Command = 'Get-ConvParticipantConversation -Identity member-1'; Max = 50 }
        @{ Command = 'Get-ProxySession'; Max = 100; Arrange = { 1..101 | ForEach-Object { $null = New-ProxySession } } }
        @{ Command = 'Get-TelnyxConversationMessage $aiTalk'; Max = 100; Wire = 'page[size]' }
        @{ Command = 'Get-SunshineConversation -UserId $member'; Max = 100; Wire = 'page[size]'; Arrange = { 1..101 | ForEach-Object { $null = New-SunshineConversation personal @{ userId = $member } } } }
        @{ Command = 'Get-ConvWebhook $talk'; Max = 5; Arrange = { $null = New-ConvWebhook $talk -ConfigurationUrl https://example.com/ -ConfigurationFilter onMessageAdded } }
    )
}

BeforeAll {
    . "$PSScriptRoot/Common.ps1"
    . "$PSScriptRoot/Samples.ps1"
    . "$PSScriptRoot/ProviderSamples.ps1"
    Connect-EverySandbox
    $session = 'KC' + '1' * 32
    $telnyx = '11111111-1111-1111-1111-111111111111'
    $sunshine = '1' * 24
    $conversation, $participant, $message, $webhook, $user, $content = 'CH', 'MB', 'IM', 'WH', 'US', 'HX' | ForEach-Object { $_ + '1' * 32 }

    # The one error of a command that sends nothing; its message must fit.
    function Assert-Refused([scriptblock] $Script, [string] $Pattern, [string] $Id = 'Invalid*') {
        $found = @(Get-ErrorOf $Script)
        $found.Count | Should -Be 1 -Because "$Script has something wrong in it"
        $found[0].Exception.Message | Should -Match $Pattern
        $found[0].FullyQualifiedErrorId | Should -BeLike "$Id,*"
        @(Get-EverySent).Count | Should -Be 0 -Because 'what is wrong is refused before anything is sent'
        $found[0]
    }
}

AfterAll { Close-Connection }

Describe 'An identifier' {
    BeforeEach { Clear-EverySent }

    It '-<Parameter> of <Command> is told from other text, and from other identifiers' -ForEach $identifiers {
        $type = (Get-Command $Command).Parameters[$Parameter].ParameterType
        $wrong = @('order-48001', 'a/b', '.', '..') + $Near
        $called = @{}
        foreach ($name in $Good.Keys) { $called[$name] = $Good[$name] }
        $expected = "Give $($Noun): $Form\."

        foreach ($text in $wrong) {
            $called[$Parameter] = $text
            $null = Assert-Refused { & $Command @called } "^-$($Parameter): '$([regex]::Escape($text))' is not $Noun\. $expected"
        }

        foreach ($other in $Others) {
            $called[$Parameter] = $other.Text
            $null = Assert-Refused { & $Command @called } "^-$($Parameter): '$($other.Text)' is $($other.Noun)\. $expected"
        }

        $called[$Parameter] = ' '
        $null = Assert-Refused { & $Command @called } "^-$($Parameter): the identifier is blank\. $expected"
        $called[$Parameter] = ''
        $null = Assert-Refused { & $Command @called } "$Parameter.*(blank|empty)" '*'

        # A bad one behind a good one: the good one must wait for the check of all.
        if ($type.IsArray) {
            $called[$Parameter] = $Good[$Parameter], 'order-48001'
            $null = Assert-Refused { & $Command @called } "^-$($Parameter): 'order-48001' is not $Noun"
            $called[$Parameter] = $Good[$Parameter], ''
            $null = Assert-Refused { & $Command @called } "$Parameter.*(blank|empty)" '*'
        }
    }

    It 'of every cmdlet is tried' {
        $tried = $takers | ForEach-Object { foreach ($name in $_.Sids) { "$($_.Command) -$name" } }
        $taken = foreach ($command in Get-Command -Module ConversationsAdmin -CommandType Cmdlet) {
            # -AccountSid and -Connection are no targets: Binding.Tests.ps1 and Connections.Tests.ps1 have them. The others have no form that is known,
            # and the -ConversationId of an archive may be of two providers: Export.Tests.ps1 has it.
            foreach ($name in @($command.Parameters.Keys) -match '(Sid|Id)$' -notmatch '^(AccountSid|AssistantId|CallControlId|UserId|UserExternalId)$') { "$($command.Name) -$name" }
        }
        $taken | Where-Object { $_ -notin $tried -and $_ -ne 'Export-ConvConversation -ConversationId' } | Should -BeNullOrEmpty
        @($taken).Count | Should -BeGreaterThan 100
    } -TestCases @{ takers = $takers }
}

Describe 'A name in place of an identifier' {
    BeforeEach { Clear-EverySent }

    It '-<Parameter> of <Command> is not blank, climbs nowhere, and is no identifier' -ForEach @(
        foreach ($command in 'Get-ConvConversation', 'Remove-ConvConversation -Confirm:$false', 'Get-ConvUserConversation $user', 'Set-ConvUserConversation $user -NotificationLevel muted', 'Remove-ConvUserConversation $user -Confirm:$false') {
            @{ Command = $command; Parameter = 'UniqueName'; Sid = 'CH' + '1' * 32; SidParameter = 'ConversationSid' }
        }
        foreach ($command in 'Get-ConvUser', 'Set-ConvUser -FriendlyName x', 'Remove-ConvUser -Confirm:$false', 'Get-ConvUserConversation', 'Set-ConvUserConversation -ConversationSid $conversation -NotificationLevel muted', 'Remove-ConvUserConversation -ConversationSid $conversation -Confirm:$false') {
            @{ Command = $command; Parameter = 'Identity'; Sid = 'US' + '1' * 32; SidParameter = 'UserSid' }
        }
        @{ Command = 'Get-ConvParticipant $conversation'; Parameter = 'Identity'; Sid = 'MB' + '1' * 32; SidParameter = 'ParticipantSid' }
        @{ Command = 'Get-ProxySession'; Parameter = 'UniqueName'; Sid = 'KC' + '1' * 32; SidParameter = 'SessionSid' }
    ) {
        $call = [scriptblock]::Create("param(`$value) $Command -$Parameter `$value")
        foreach ($value in ' ', '.', '..', 'a/../b', "line`nbreak") {
            $null = Assert-Refused { & $call $value } "^-$($Parameter): .* -$SidParameter\."
        }

        $null = Assert-Refused { & $call '' } "$Parameter.*(blank|empty)" '*'
        $null = Assert-Refused { & $call $Sid } "^-$($Parameter): '$Sid' is a .* SID and no .*\. Give it as -$SidParameter\."
    }

    It 'of a new user is no user SID: <_>' -ForEach 'New-ConvUser', 'Add-ConvParticipant $conversation', 'Set-ConvParticipant $conversation $participant' {
        $null = Assert-Refused ([scriptblock]::Create("$_ -Identity $user")) "^-Identity: '$user' looks like a user SID.*Choose another"
    }
}

Describe 'Parameters that exclude each other' {
    BeforeEach { Clear-EverySent }

    It '<Command> is refused with both names and what to give' -ForEach @(
        @{ Command = 'Add-ConvParticipant $conversation'; Message = '^-Identity: nobody is named\. Give .* -MessagingBindingAddress' }
        @{ Command = 'Add-ConvParticipant $conversation -Identity " "'; Message = '^-Identity: nobody is named' }
        @{ Command = 'Add-ConvParticipant $conversation -Identity ada -MessagingBindingAddress +15558675310'; Message = '^Parameter set'; Id = 'AmbiguousParameterSet' }
        @{ Command = 'Add-ConvParticipant $conversation -MessagingBindingAddress +15558675310 -MessagingBindingProjectedAddress +15017122661'; Message = '^Parameter set'; Id = 'AmbiguousParameterSet' }
        @{ Command = 'Get-ConvParticipantConversation'; Message = '^-Identity: neither this nor -Address is given\. Give exactly one' }
        @{ Command = 'Get-ConvParticipantConversation -Identity " "'; Message = '^-Identity: (neither|the text is blank)' }
        @{ Command = 'Get-ConvParticipantConversation -Identity ada -Address +15558675310'; Message = '^-Identity: both this and -Address are given\. Give exactly one' }
        @{ Command = 'Get-ConvUserConversation'; Message = 'Neither -UserSid nor -Identity'; Id = 'NotExactlyOne' }
        @{ Command = 'Get-ConvUserConversation $user -Identity ada'; Message = 'Both -UserSid and -Identity'; Id = 'NotExactlyOne' }
        @{ Command = 'Set-ConvUserConversation -ConversationSid $conversation -NotificationLevel muted'; Message = 'Neither -UserSid nor -Identity'; Id = 'NotExactlyOne' }
        @{ Command = 'Set-ConvUserConversation $user $conversation -Identity ada -NotificationLevel muted'; Message = 'Both -UserSid and -Identity'; Id = 'NotExactlyOne' }
        @{ Command = '$conversation | Set-ConvUserConversation -NotificationLevel muted'; Message = '^-UserSid: a text from the pipeline names a conversation alone. Give -UserSid'; Id = 'InvalidIdentifier' }
        @{ Command = 'Remove-ConvUserConversation -ConversationSid $conversation -Confirm:$false'; Message = 'Neither -UserSid nor -Identity'; Id = 'NotExactlyOne' }
        @{ Command = 'Remove-ConvUserConversation $user $conversation -Identity ada -Confirm:$false'; Message = 'Both -UserSid and -Identity'; Id = 'NotExactlyOne' }
        @{ Command = 'New-ConvMessage $conversation -ContentSid $content -Body x'; Message = '^-ContentSid: .*-Body and -MediaSid.*Give one or the other' }
        @{ Command = 'New-ConvMessage $conversation -ContentSid $content -MediaSid ("ME" + "1" * 32)'; Message = '^-ContentSid: .*-Body and -MediaSid' }
        @{ Command = 'New-ConvMessage $conversation -Body x -ContentVariables @{ a = 1 }'; Message = '^-ContentVariables: .*Give -ContentSid too' }
        @{ Command = 'New-ConvWebhook $conversation'; Message = '^-ConfigurationUrl: .*Give it, or -ConfigurationFlowSid' }
        @{ Command = 'New-ConvWebhook $conversation -ConfigurationFilter onMessageAdded'; Message = '^-ConfigurationUrl: .*needs the address' }
        @{ Command = 'New-ConvWebhook $conversation -ConfigurationUrl https://example.com -ConfigurationFilter onMessageAdded -ConfigurationTrigger hi'; Message = '^Parameter set'; Id = 'AmbiguousParameterSet' }
        @{ Command = 'New-ConvWebhook $conversation -ConfigurationUrl https://example.com -ConfigurationFlowSid ("FW" + "1" * 32)'; Message = '^Parameter set'; Id = 'AmbiguousParameterSet' }
        @{ Command = 'New-ConvWebhook $conversation -Target trigger -ConfigurationUrl https://example.com'; Message = '^-ConfigurationTrigger: .*keywords' }
        @{ Command = 'New-ConvWebhook $conversation -Target studio -ConfigurationUrl https://example.com'; Message = '^-ConfigurationUrl: .*target studio.*It takes -ConfigurationFlowSid\.' }
        @{ Command = 'New-ConvWebhook $conversation -Target studio'; Message = '^-ConfigurationFlowSid: .*flow' }
        @{ Command = 'New-ConvWebhook $conversation -Target webhook -ConfigurationUrl https://example.com -ConfigurationTrigger hi'; Message = '^-ConfigurationTrigger: .*It takes -ConfigurationUrl, -ConfigurationMethod, -ConfigurationFilter\.' }
        @{ Command = 'Get-SunshineConversation'; Message = '^-UserId: give exactly one of -UserId and -UserExternalId' }
        @{ Command = 'Get-SunshineConversation -UserId x -UserExternalId y'; Message = '^-UserId: give exactly one of -UserId and -UserExternalId' }
        @{ Command = 'Get-SunshineConversation -UserId " "'; Message = '^-UserId: the text is blank' }
        @{ Command = 'New-SunshineConversation personal'; Message = '^-Participant: .*exactly one participant, and 0 are given' }
        @{ Command = 'New-SunshineConversation personal @{ userId = 1 }, @{ userId = 2 }'; Message = '^-Participant: .*exactly one participant, and 2 are given' }
        @{ Command = 'New-SunshineConversation sdkGroup (1..11 | ForEach-Object { @{ userId = $_; subscribeSDKClient = $true } })'; Message = '^-Participant: 11 are given.*at most 10' }
        @{ Command = 'New-SunshineConversation sdkGroup @{ userId = 1 }'; Message = '^-Participant: .*subscribeSDKClient' }
        @{ Command = 'New-SunshineConversation sdkGroup @{ userId = 1; userExternalId = 2; subscribeSDKClient = $true }'; Message = '^-Participant: exactly one of userId and userExternalId' }
        @{ Command = 'New-ProxySession -Participant @{ Identifier = 1 }, @{ Identifier = 2 }, @{ Identifier = 3 }'; Message = '^-Participant: 3 are given.*at most 2' }
        @{ Command = 'New-ProxySession -Participant @{ FriendlyName = 1 }'; Message = '^-Participant: .*Identifier' }
        @{ Command = 'New-ProxySession -Participant @{ Identifier = 1; Nickname = 2 }'; Message = '^-Participant: .*Nickname' }
        foreach ($command in 'New-ProxySession', 'New-SunshineConversation sdkGroup') {
            foreach ($value in 'vip', '{"vip":', '[1]', 'null') { @{ Command = "$command -Participant '$value'"; Message = '^-Participant: .*JSON' } }
            @{ Command = "$command -Participant ''"; Message = '^-Participant: one of the values is blank' }
        }
        @{ Command = 'Get-TelnyxConversation -OrderBy created_at.desc'; Message = '^-OrderBy created_at\.desc needs -First'; Id = 'NeedsFirst' }
        @{ Command = 'Get-TelnyxConversation -OrderBy newest -First 1'; Message = "^-OrderBy: 'newest' is no order" }
        @{ Command = 'Get-TelnyxConversation -Or nonsense'; Message = "^-Or: 'nonsense' is no list of filters" }
        @{ Command = 'Get-TelnyxConversation -Name " "'; Message = '^-Name: .*blank' }
        @{ Command = 'Get-TelnyxConversation -Metadata @{ a = @{ b = 1 } }'; Message = "the value of 'a' is no text, number or boolean" }
        @{ Command = 'Get-TelnyxConversation -Metadata @{ "" = 1 }'; Message = 'blank|no name|metadata' }
        @{ Command = 'New-TelnyxConversation -IdempotencyKey "a b"'; Message = '^-IdempotencyKey: give 1 to 255' }
        @{ Command = 'New-TelnyxConversation -IdempotencyKey ("x" * 256)'; Message = '^-IdempotencyKey: give 1 to 255' }
        @{ Command = 'Set-ConvWebhook $conversation $webhook -ConfigurationFilter onMessageAdded -ConfigurationTrigger hi'; Message = '^-ConfigurationTrigger: no target has -ConfigurationFilter and -ConfigurationTrigger together\..*takes -ConfigurationFlowSid alone' }
    ) {
        $null = Assert-Refused ([scriptblock]::Create($Command)) $Message ($Id ?? 'InvalidArgument')
    }

    It 'make a webhook of the target that follows from them: <Target>' -ForEach @(
        @{ Target = 'webhook'; With = @{ ConfigurationUrl = 'https://example.com/'; ConfigurationFilter = 'onMessageAdded' } }
        @{ Target = 'trigger'; With = @{ ConfigurationUrl = 'https://example.com/'; ConfigurationTrigger = 'help' } }
        @{ Target = 'studio'; With = @{ ConfigurationFlowSid = 'FW' + '1' * 32 } }
    ) {
        (Get-ConvConversation -State active -First 1 | New-ConvWebhook @With).Target | Should -Be $Target
    }
}

Describe 'A text' {
    BeforeEach { Clear-EverySent }

    It '-<Parameter> of <Command> has at most <Max> <Unit>' -ForEach $texts {
        $call = [scriptblock]::Create("param(`$value) $Command -$Parameter `$value")
        $longest = "$Prefix$('x' * ($Max - "$Prefix".Length))"
        $null = Assert-Refused { & $call "${longest}x" } "^-$($Parameter): the (text|address) has [\d,]+ (characters|bytes); the provider takes at most $($Max.ToString('N0', [cultureinfo]::InvariantCulture))\. Shorten it"
        # The limit itself passes, whatever the provider says to it.
        $null = Get-ErrorOf { & $call $longest }
        @(Get-EverySent).Count | Should -Be 1
    }

    It '-<Parameter> of <Command> is not blank' -ForEach @(
        @{ Command = 'New-ConvService'; Parameter = 'FriendlyName' }
        @{ Command = 'New-ConvRole -Type service -Permission sendMessage'; Parameter = 'FriendlyName' }
        @{ Command = 'New-ConvUser'; Parameter = 'Identity' }
    ) {
        $null = Assert-Refused ([scriptblock]::Create("$Command -$Parameter ' '")) "^-$($Parameter): the text is blank\. Give"
        $null = Assert-Refused ([scriptblock]::Create("$Command -$Parameter ''")) "$Parameter.*(blank|empty)" '*'
    }
}

Describe 'JSON' {
    BeforeEach { Clear-EverySent }

    It '-<Parameter> of <Command> is valid' -ForEach $json {
        foreach ($value in 'vip', '{"vip":', '{vip:1}', '') {
            $null = Assert-Refused ([scriptblock]::Create("$Command -$Parameter '$value'")) "^-$($Parameter): the text is not valid JSON.*JSON such as {`"topic`":`"billing`"}"
        }
    }

    It '-<Parameter> of <Command> has at most <Max> bytes' -ForEach ($json | Where-Object Max) {
        $call = [scriptblock]::Create("param(`$value) $Command -$Parameter `$value")
        # An umlaut has two bytes.
        $longest = '"' + 'ü' * (($Max - 2) / 2) + '"'
        $null = Assert-Refused { & $call "$longest " } "^-$($Parameter): the JSON has .* bytes; the provider keeps at most .*Shorten it"
        $null = Get-ErrorOf { & $call $longest }
        @(Get-EverySent).Count | Should -Be 1
    }
}

Describe 'Timers and states' {
    BeforeEach { Clear-EverySent }

    It '<Command> -<Parameter> <Value> is refused' -ForEach @(
        foreach ($command in 'New-ConvConversation -State active', 'Set-ConvConversation $conversation') {
            @{ Command = $command; Parameter = 'TimersInactive'; Value = 'PT59S'; Message = 'PT59S is too short\. Give PT1M or longer, or PT0S' }
            @{ Command = $command; Parameter = 'TimersClosed'; Value = 'PT9M59S'; Message = 'PT9M59S is too short\. Give PT10M or longer, or PT0S' }
        }
        @{ Command = 'New-ConvConversation'; Parameter = 'State'; Value = 'closed'; Message = "can't be created closed\. Create it active or inactive" }
        @{ Command = 'New-ConvConversation'; Parameter = 'State'; Value = "''"; Message = 'the value is blank\. Give one of active, inactive' }
        @{ Command = 'Set-ConvConversation $conversation'; Parameter = 'State'; Value = "' '"; Message = 'the value is blank\. Give one of active, inactive' }
        @{ Command = 'Get-ConvConversation'; Parameter = 'State'; Value = "''"; Message = 'the value is blank' }
        @{ Command = 'Get-ConvMessage $conversation'; Parameter = 'Order'; Value = "' '"; Message = 'the value is blank\. Give one of asc, desc' }
        @{ Command = 'New-ConvRole x -Permission sendMessage'; Parameter = 'Type'; Value = "' '"; Message = 'the value is blank\. Give one of conversation, service' }
        @{ Command = 'Set-ConvUserConversation $user $conversation'; Parameter = 'NotificationLevel'; Value = "''"; Message = 'the value is blank\. Give one of default, muted' }
        @{ Command = 'New-ProxySession'; Parameter = 'Mode'; Value = "' '"; Message = 'the value is blank\. Give one of message-only' }
        @{ Command = 'New-ProxySession'; Parameter = 'Status'; Value = "''"; Message = 'the value is blank\. Give one of open' }
        @{ Command = 'Set-ProxySession $session'; Parameter = 'Status'; Value = "' '"; Message = 'the value is blank\. Give one of in-progress, closed' }
        @{ Command = 'New-SunshineConversation'; Parameter = 'Type'; Value = "' '"; Message = 'the value is blank\. Give one of personal, sdkGroup' }
    ) {
        $null = Assert-Refused ([scriptblock]::Create("$Command -$Parameter $Value")) "^-$($Parameter): .*$Message" 'InvalidArgument'
    }

    It 'that belong together are told by the names of the parameters' {
        $null = Assert-Refused { New-ConvConversation -TimersClosed PT10M } '^-State: .*Give -State active or inactive too' 'InvalidArgument'
    }
}

Describe 'A conversation that is known to be closed' {
    BeforeAll { $closed = Get-ConvConversation -State closed -First 1 }
    BeforeEach { Clear-EverySent }

    It 'is not asked to change <Form>' -ForEach @(
        @{ Form = 'as it came'; Through = { $_ } }
        @{ Form = 'after CSV'; Through = { $_ | ConvertTo-Csv | ConvertFrom-Csv } }
        @{ Form = 'after JSON'; Through = { $_ | ConvertTo-Json -Depth 4 | ConvertFrom-Json } }
    ) {
        $item = $closed | ForEach-Object $Through
        foreach ($change in @{ FriendlyName = 'x' }, @{ State = 'active' }, @{ Attributes = '{}' }, @{ State = 'closed'; Force = $true }) {
            $refused = Assert-Refused { $item | Set-ConvConversation @change } "$($closed.ConversationSid) is closed.*make a new one" 'ConversationIsClosed'
            $refused.TargetObject.ConversationSid | Should -Be $closed.ConversationSid
        }
    }

    It 'does not keep others from being changed' {
        $open = Get-ConvConversation -State active -First 1
        Clear-Sent
        $found = @(Get-ErrorOf { $closed, $open | Set-ConvConversation -FriendlyName x })
        $found.Count | Should -Be 1
        @(Get-Sent).Path | Should -BeLike "*$($open.ConversationSid)"
    }
}

Describe 'A list of values' {
    BeforeEach { Clear-EverySent }

    It '<Command> -<Parameter> has no blank in it' -ForEach @(
        @{ Command = 'New-ConvRole x -Type service'; Parameter = 'Permission' }
        @{ Command = 'Set-ConvRole ("RL" + "1" * 32) -Force'; Parameter = 'Permission' }
        @{ Command = 'New-ConvWebhook $conversation -ConfigurationUrl https://example.com'; Parameter = 'ConfigurationFilter' }
        @{ Command = 'New-ConvWebhook $conversation -ConfigurationUrl https://example.com'; Parameter = 'ConfigurationTrigger' }
        @{ Command = 'Set-ConvWebhook $conversation $webhook'; Parameter = 'ConfigurationFilter' }
        @{ Command = 'Set-ConvWebhook $conversation $webhook'; Parameter = 'ConfigurationTrigger' }
        @{ Command = 'Set-ConvServiceWebhook'; Parameter = 'Filter' }
        @{ Command = 'Get-ConvBinding'; Parameter = 'BindingType' }
        @{ Command = 'Get-ConvBinding'; Parameter = 'Identity' }
    ) {
        $null = Assert-Refused ([scriptblock]::Create("$Command -$Parameter a, ' '")) "^-$($Parameter): one of the values is blank\. Leave it out" 'InvalidArgument'
        $null = Assert-Refused ([scriptblock]::Create("$Command -$Parameter a, ''")) "$Parameter.*(blank|empty)" '*'
        $null = Assert-Refused ([scriptblock]::Create("$Command -$Parameter @()")) "$Parameter.*empty" '*'
    }
}

Describe 'An address' {
    BeforeEach { Clear-EverySent }

    It '<Command> -<Parameter> is a whole one of the web' -ForEach @(
        @{ Command = 'New-ConvWebhook $conversation'; Parameter = 'ConfigurationUrl' }
        @{ Command = 'Set-ConvWebhook $conversation $webhook'; Parameter = 'ConfigurationUrl' }
        @{ Command = 'Set-ConvServiceWebhook'; Parameter = 'PreWebhookUrl' }
        @{ Command = 'Set-ConvServiceWebhook'; Parameter = 'PostWebhookUrl' }
        @{ Command = 'New-SunshineConversation sdkGroup'; Parameter = 'IconUrl' }
        @{ Command = 'Set-SunshineConversation $sunshine'; Parameter = 'IconUrl' }
    ) {
        foreach ($value in 'example.com/hook', '/hook', 'ftp://example.com/hook', 'file:///etc/passwd', 'nonsense') {
            $null = Assert-Refused ([scriptblock]::Create("$Command -$Parameter $value")) "^-$($Parameter): '$value' is no web address\. Give a whole one, such as https://" 'InvalidArgument'
        }
    }
}

Describe 'An update without a change' {
    BeforeEach { Clear-EverySent }

    It 'is refused: <_>' -ForEach $updates {
        $refused = Assert-Refused ([scriptblock]::Create($_)) '^Nothing is given to change\. Pass what the update shall set: -' 'NothingToChange'
        $parameters = (Get-Command ($_ -split ' ')[0]).Parameters.Keys
        foreach ($named in [regex]::Matches($refused.Exception.Message, '(?<= -)\w+').Value) { $parameters | Should -Contain $named }
    }

    It 'is refused when only $null is given: <_>' -ForEach @(
        'Set-ConvConversation $conversation -WebhookEnabled $null'
        'Set-ConvUser $user -WebhookEnabled $null'
        'Set-ConvWebhook $conversation $webhook -ConfigurationFilter $null -ConfigurationTrigger $null'
        'Set-ConvServiceConfiguration -ReachabilityEnabled $null'
        'Set-ConvServiceNotification -LogEnabled $null -NewMessageEnabled $null'
        'Set-ConvServiceWebhook -Filter $null'
        'Set-ProxySession $session -FailOnParticipantConflict $null'
    ) {
        $null = Assert-Refused ([scriptblock]::Create($_)) ' is null, as a misspelt or empty variable is\. Give a value, or leave' 'NullArgument'
    }
}

Describe 'Metadata' {
    BeforeEach { Clear-EverySent }

    It 'of Telnyx is not null: <_>' -ForEach 'Set-TelnyxConversation $telnyx -Metadata $null', 'New-TelnyxConversation -Metadata $null' {
        $null = Assert-Refused ([scriptblock]::Create($_)) 'value is null' '*'
    }

    It 'is an object: <_>' -ForEach 'Set-TelnyxConversation $telnyx', 'New-TelnyxConversation', 'Set-SunshineConversation $sunshine', 'New-SunshineConversation sdkGroup' {
        foreach ($value in '[1]', '"text"', '1', 'null') {
            $null = Assert-Refused ([scriptblock]::Create("$_ -Metadata '$value'")) '^-Metadata: '
        }
    }

    It 'of Sunshine is flat, and has at most 4096 bytes: <_>' -ForEach 'Set-SunshineConversation $sunshine', 'New-SunshineConversation sdkGroup' {
        foreach ($value in '{"a":{"b":1}}', '{"a":[1]}', '{"a":null}') {
            $null = Assert-Refused ([scriptblock]::Create("$_ -Metadata '$value'")) '^-Metadata: .*a'
        }

        # An umlaut has two bytes.
        $call = [scriptblock]::Create("param(`$value) $_ -Metadata `$value")
        $longest = '{"a":"' + 'ü' * ((4096 - 8) / 2) + '"}'
        $null = Assert-Refused { & $call $longest.Replace('"}', 'x"}') } '^-Metadata: .* bytes; the provider keeps at most '
        $null = Get-ErrorOf { & $call $longest }
        @(Get-EverySent).Count | Should -Be 1
    }
}

Describe 'A page size above the maximum' {
    BeforeAll {
        $null = Connect-TestSandbox @{ Conversations = 400 }
        $some = @(Get-ConvConversation -State active -First 51)
        # 101 who chat, and 50 who get a receipt for each message.
        $talk = (New-ConvConversation).ConversationSid
        1..101 | ForEach-Object { $null = Add-ConvParticipant $talk -Identity "member-$_" }
        10..59 | ForEach-Object { $null = Add-ConvParticipant $talk -MessagingBindingAddress "+155500000$_" -MessagingBindingProxyAddress +15017122661 }
        $null = $some | Add-ConvParticipant -Identity member-1
        $first = (New-ConvMessage $talk -Body x).MessageSid
        $aiTalk = (Get-TelnyxConversation | Get-TelnyxConversationMessage | Group-Object ConversationId | Sort-Object Count)[-1].Name
        $member = (Get-ConvConnection Sandbox-Sunshine).Sandbox.SampleUserId
    }

    It 'of <Command> is cut to <Max> with one warning, and every page is read' -ForEach $lists {
        if ($Arrange) { . $Arrange }
        $list = [scriptblock]::Create("$Command -PageSize `$size -WarningVariable script:told -WarningAction SilentlyContinue")
        $size = 1 + [int]($Max / 3)
        $expected = @(. $list)
        $told | Should -BeNullOrEmpty
        Clear-EverySent

        $size = $Max + 1
        $all = @(. $list)
        $all.Count | Should -Be $expected.Count
        @($told).Count | Should -Be 1
        $told[0].Message | Should -BeLike "*at most $Max*-PageSize $size*All pages are read*"
        foreach ($sent in Get-EverySent) { (ConvertFrom-Form $sent.Query)[$Wire ?? 'PageSize'] | Should -Be "$Max" }
        @(Get-EverySent).Count | Should -Be ([math]::Max(1, [math]::Ceiling($expected.Count / $Max)))
        $all.Count | Should -BeGreaterThan 0
    }

    It 'gives one warning for many parents' {
        $told = $null
        $null = $some | Get-ConvParticipant -PageSize 101 -WarningVariable told -WarningAction SilentlyContinue
        @($told).Count | Should -Be 1
    }
}
