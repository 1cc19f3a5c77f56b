@{
    RootModule           = 'bin/ConversationsAdmin.Module.dll'
    ModuleVersion        = '0.2.0'
    GUID                 = '7c1f6c0e-2d55-4f2b-9c8e-5a1f0b7d3e64'
    Author               = 'The ConversationsAdmin authors'
    CompanyName          = 'ConversationsAdmin'
    Copyright            = '(c) The ConversationsAdmin authors. MIT licence.'
    Description          = 'Administer conversation platforms at scale: list, preview and delete conversations and participants with dry runs, guards and bounded parallelism.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('ConversationsAdmin.Format.ps1xml')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @('New-ConvParticipant')
    CmdletsToExport      = @(
        'Add-ConvParticipant'
        'Connect-ConvProvider'
        'Disconnect-ConvProvider'
        'Get-ConvBinding'
        'Get-ConvConnection'
        'Get-ConvConversation'
        'Get-ConvMessage'
        'Get-ConvMessageReceipt'
        'Get-ConvParticipant'
        'Get-ConvParticipantConversation'
        'Get-ConvRole'
        'Get-ConvService'
        'Get-ConvServiceConfiguration'
        'Get-ConvServiceNotification'
        'Get-ConvServiceWebhook'
        'Get-ConvUser'
        'Get-ConvUserConversation'
        'Get-ConvWebhook'
        'New-ConvConversation'
        'New-ConvMessage'
        'New-ConvRole'
        'New-ConvService'
        'New-ConvUser'
        'New-ConvWebhook'
        'Remove-ConvBinding'
        'Remove-ConvConversation'
        'Remove-ConvMessage'
        'Remove-ConvParticipant'
        'Remove-ConvRole'
        'Remove-ConvService'
        'Remove-ConvUser'
        'Remove-ConvUserConversation'
        'Remove-ConvWebhook'
        'Select-ConvConnection'
        'Set-ConvConversation'
        'Set-ConvMessage'
        'Set-ConvParticipant'
        'Set-ConvRole'
        'Set-ConvServiceConfiguration'
        'Set-ConvServiceNotification'
        'Set-ConvServiceWebhook'
        'Set-ConvUser'
        'Set-ConvUserConversation'
        'Set-ConvWebhook'
        'Test-ConvConnection'
    )
    PrivateData          = @{
        PSData = @{
            Tags         = @('Twilio', 'Conversations', 'Cleanup', 'Bulk', 'Administration', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
