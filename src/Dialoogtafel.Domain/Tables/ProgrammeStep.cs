namespace Dialoogtafel.Domain.Tables;

/// <summary>
/// Groepsvorm of a step: people think for themselves first, then in small groups, then together.
/// </summary>
public enum StepForm
{
    /// <summary>Individueel.</summary>
    Individual,

    /// <summary>In groepjes.</summary>
    Group,

    /// <summary>Met elkaar.</summary>
    Plenary,

    /// <summary>Pauze: nobody has to do anything.</summary>
    Pause,
}

/// <summary>
/// Who leads a step, by task and not by name, so that a reserve who takes over has the same programme in hand (R-016,
///
/// </summary>
public enum StepLead
{
    /// <summary>Procesbegeleider.</summary>
    Process,

    /// <summary>Inhoudelijk begeleider.</summary>
    Content,

    /// <summary>Both together.</summary>
    Both,
}

/// <summary>
/// One step of the programme (draaiboek) of a table. Times are not stored: they follow from the start and the minutes
/// before.
/// </summary>
public sealed class ProgrammeStep : IVersioned
{
    public const int MostMinutes = 240;

    public int Id { get; private set; }
    public required int GatheringId { get; init; }

    /// <summary>Order, from 1.</summary>
    public required int Place { get; set; }

    public required string Title { get; set; }
    public required int Minutes { get; set; }
    public required StepForm Form { get; set; }
    public required StepLead Lead { get; set; }

    /// <summary>What to do and say, so that somebody else can lead it; may be empty for a pause.</summary>
    public string Instruction { get; set; } = "";

    public int Version { get; set; }

    /// <summary>Nobody but its maker could lead this step.</summary>
    public bool LacksInstruction => Form != StepForm.Pause && Instruction.Length == 0;
}
