@{
    RootModule           = 'bin/ConversationsAdmin.Module.dll'
    ModuleVersion        = '0.6.0'
    GUID                 = '7c1f6c0e-2d55-4f2b-9c8e-5a1f0b7d3e64'
    Author               = 'The ConversationsAdmin authors'
    CompanyName          = 'ConversationsAdmin'
    Copyright            = '(c) The ConversationsAdmin authors. MIT licence.'
    Description          = 'Administer conversation platforms at scale (Twilio Conversations and Proxy, Telnyx AI, Sunshine Conversations): list, change, preview and delete with dry runs, guards and bounded parallelism.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('ConversationsAdmin.Format.ps1xml')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @('New-ConvParticipant')
    # With commas it is one expression. Without, it would be as many statements, which PowerShell compiles one by one on every import.
    CmdletsToExport      = @(
        'Add-ConvParticipant',
        'Connect-ConvProvider',
        'Disconnect-ConvProvider',
        'Export-ConvConversation',
        'Find-ConvParticipantBlocker',
        'Get-ConvBinding',
        'Get-ConvCleanupPlan',
        'Get-ConvConnection',
        'Get-ConvConversation',
        'Get-ConvMessage',
        'Get-ConvMessageReceipt',
        'Get-ConvParticipant',
        'Get-ConvParticipantConversation',
        'Get-ConvRole',
        'Get-ConvService',
        'Get-ConvServiceConfiguration',
        'Get-ConvServiceNotification',
        'Get-ConvServiceWebhook',
        'Get-ConvUser',
        'Get-ConvUserConversation',
        'Get-ConvWebhook',
        'Get-ProxySession',
        'Get-SunshineConversation',
        'Get-TelnyxConversation',
        'Get-TelnyxConversationInsight',
        'Get-TelnyxConversationMessage',
        'Invoke-ConvCleanupPlan',
        'New-ConvCleanupPlan',
        'New-ConvConversation',
        'New-ConvMessage',
        'New-ConvRole',
        'New-ConvService',
        'New-ConvUser',
        'New-ConvWebhook',
        'New-ProxySession',
        'New-SunshineConversation',
        'New-TelnyxConversation',
        'Remove-ConvBinding',
        'Remove-ConvConversation',
        'Remove-ConvIdentity',
        'Remove-ConvMessage',
        'Remove-ConvParticipant',
        'Remove-ConvRole',
        'Remove-ConvService',
        'Remove-ConvUser',
        'Remove-ConvUserConversation',
        'Remove-ConvWebhook',
        'Remove-ProxySession',
        'Remove-SunshineConversation',
        'Remove-TelnyxConversation',
        'Select-ConvConnection',
        'Set-ConvConversation',
        'Set-ConvMessage',
        'Set-ConvParticipant',
        'Set-ConvRole',
        'Set-ConvServiceConfiguration',
        'Set-ConvServiceNotification',
        'Set-ConvServiceWebhook',
        'Set-ConvUser',
        'Set-ConvUserConversation',
        'Set-ConvWebhook',
        'Set-ProxySession',
        'Set-SunshineConversation',
        'Set-TelnyxConversation',
        'Test-ConvConnection'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('Twilio', 'Conversations', 'Proxy', 'Telnyx', 'Sunshine', 'Zendesk', 'Cleanup', 'Bulk', 'Administration', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri   = 'https://github.com/conversationsadmin/ConversationsAdmin/blob/main/LICENSE'
            ProjectUri   = 'https://github.com/conversationsadmin/ConversationsAdmin'
            ReleaseNotes = 'https://github.com/conversationsadmin/ConversationsAdmin/blob/main/CHANGELOG.md'
        }
    }
}
