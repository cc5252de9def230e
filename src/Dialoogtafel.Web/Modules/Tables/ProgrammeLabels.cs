using Dialoogtafel.Domain.Tables;

namespace Dialoogtafel.Web.Modules.Tables;

/// <summary>The team's words for the programme.</summary>
public static class ProgrammeLabels
{
    public static string Of(StepForm form) =>
        form switch
        {
            StepForm.Individual => "ieder voor zich",
            StepForm.Group => "in groepjes",
            StepForm.Plenary => "met elkaar",
            StepForm.Pause => "pauze",
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
        };

    public static string Of(StepLead lead) =>
        lead switch
        {
            StepLead.Process => "procesbegeleider",
            StepLead.Content => "inhoudelijk begeleider",
            StepLead.Both => "samen",
            _ => throw new ArgumentOutOfRangeException(nameof(lead), lead, null),
        };

    /// <summary>"150 minuten, precies zo lang als de tafel."</summary>
    public static string Length(Programme programme) =>
        $"{Minutes(programme.Minutes)}"
        + programme.Over switch
        {
            0 => ", precies zo lang als de tafel.",
            < 0 => $". Er {(programme.Over == -1 ? "is" : "zijn")} nog {Minutes(-programme.Over)} over.",
            _ => $". Dat is {Minutes(programme.Over)} te lang.",
        };

    public static string Minutes(int minutes) => minutes == 1 ? "1 minuut" : $"{minutes} minuten";
}
